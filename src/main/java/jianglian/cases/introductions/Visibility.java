package jianglian.cases.introductions;

import java.util.Arrays;
import java.util.Optional;

/// Who on a case sees a note or a document.
public enum Visibility {
  PARTIES("parties"),
  OFFICERS("officers");

  private final String code;

  Visibility(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "case.visibility." + code;
  }

  public static Optional<Visibility> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }
}
