package jianglian.identity.session;

import jianglian.web.Refusal;

/// A form came without the secret its page was given, or the page is older than the session.
class FormExpired extends Refusal {
  FormExpired() {
    super(403, "error.form-expired");
  }
}
