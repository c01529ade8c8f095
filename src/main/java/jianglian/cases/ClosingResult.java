package jianglian.cases;

import java.util.Arrays;
import java.util.Optional;

/// What came of a case.
public enum ClosingResult {
  HELPED("helped"),
  NOTHING_AVAILABLE("nothing-available"),
  UNREACHABLE("unreachable"),
  REFUSED("refused");

  private final String code;

  ClosingResult(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "case.result." + code;
  }

  public boolean needsReason() {
    return this == UNREACHABLE || this == REFUSED;
  }

  public static Optional<ClosingResult> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  public static ClosingResult of(String code) {
    return find(code).orElseThrow();
  }
}
