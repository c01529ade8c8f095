package jianglian.identity.grants;

import jianglian.web.Refusal;

/// The link was used, withdrawn, or has run out.
public class LinkNotValid extends Refusal {
  public LinkNotValid() {
    super(410, "link.not-valid");
  }
}
