package jianglian.web;

/// Only a signed-in person may come here; a page sends the visitor to sign in and back again.
public class SignInRequired extends Refusal {
  public SignInRequired() {
    super(401, "error.status-401");
  }
}
