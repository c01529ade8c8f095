package jianglian.web;

/// The actor is known and may see this, but not do it.
public class Forbidden extends Refusal {
  public Forbidden() {
    super(403, "error.forbidden");
  }
}
