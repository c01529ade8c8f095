package jianglian.cases.introductions;

import java.util.Arrays;

/// What a side brings to a case.
public enum SideRole {
  NEED("need"),
  OFFER("offer"),
  PARTNER("partner"),
  INVESTOR("investor");

  private final String code;

  SideRole(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "case.side." + code;
  }

  public static SideRole of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
