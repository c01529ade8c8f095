package jianglian.web;

/// There is no such thing, or not for this reader: the answer is the same.
public class NotFound extends Refusal {
  public NotFound() {
    super(404, "error.not-found");
  }
}
