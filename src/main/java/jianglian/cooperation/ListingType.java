package jianglian.cooperation;

import java.util.Optional;

/// What kind of cooperation is looked for or given.
public enum ListingType {
  TECHNOLOGY("technology"),
  BUSINESS("business"),
  JOINT_RD("joint-rd"),
  SERVICE("service"),
  CAPITAL("capital"),
  SITE("site"),
  PEOPLE("people");

  private final String code;

  ListingType(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "listing.type." + code;
  }

  public static Optional<ListingType> find(String code) {
    return Codes.find(values(), ListingType::code, code);
  }

  public static ListingType of(String code) {
    return find(code).orElseThrow();
  }
}
