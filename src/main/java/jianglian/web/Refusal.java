package jianglian.web;

import java.util.List;

/// A rule said no. Subclasses are named as the rule; the web shows the message of `key` in the
/// reader's language with `status`.
public abstract class Refusal extends RuntimeException {
  private final int status;
  private final String key;
  private final transient List<Object> arguments;

  protected Refusal(int status, String key, Object... arguments) {
    super(key);
    this.status = status;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public int status() {
    return status;
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments.toArray();
  }
}
