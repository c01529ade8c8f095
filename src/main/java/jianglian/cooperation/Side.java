package jianglian.cooperation;

/// Whether something is looked for or given.
public enum Side {
  NEED("need"),
  OFFER("offer");

  private final String code;

  Side(String code) {
    this.code = code;
  }

  /// The word in the API, in addresses (`/needs`) and as the kind of a search entry.
  public String code() {
    return code;
  }

  public Side other() {
    return this == NEED ? OFFER : NEED;
  }

  /// Where the listings of this side are: `/needs` or `/offers`.
  public String path() {
    return "/" + code + "s";
  }

  public static Side of(String code) {
    return Codes.find(values(), Side::code, code).orElseThrow();
  }
}
