package jianglian.web;

/// Only a park's system with its API token may call this.
public class TokenRequired extends Refusal {
  public TokenRequired() {
    super(401, "error.token-required");
  }
}
