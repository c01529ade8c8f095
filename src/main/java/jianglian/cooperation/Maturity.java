package jianglian.cooperation;

import java.util.Optional;

/// How far a technology has come, from idea to production.
public enum Maturity {
  CONCEPT("concept", 1),
  LAB("lab", 2),
  PROTOTYPE("prototype", 3),
  PILOT("pilot", 4),
  PRODUCTION("production", 5);

  private final String code;
  private final int stage;

  Maturity(String code, int stage) {
    this.code = code;
    this.stage = stage;
  }

  public String code() {
    return code;
  }

  /// How many stages this falls short of what is asked; 0 or less when it has come as far.
  public int shortOf(Maturity asked) {
    return asked.stage - stage;
  }

  /// The message key of its name.
  public String key() {
    return "listing.maturity." + code;
  }

  public static Optional<Maturity> find(String code) {
    return Codes.find(values(), Maturity::code, code);
  }

  public static Maturity of(String code) {
    return find(code).orElseThrow();
  }
}
