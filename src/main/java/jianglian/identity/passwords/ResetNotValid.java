package jianglian.identity.passwords;

import jianglian.web.Refusal;

/// The link was used, replaced by a newer one, or has run out.
class ResetNotValid extends Refusal {
  ResetNotValid() {
    super(410, "link.not-valid");
  }
}
