package jianglian.database;

/// The product cannot run here as it is; the message tells the operator what is wrong and the hint
/// what to do, each in Chinese and English.
public final class CannotStart extends RuntimeException {
  private final String hint;

  CannotStart(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
