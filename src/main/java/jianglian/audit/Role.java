package jianglian.audit;

/// What a person may do in a [Scope]; held by a grant, never by the account.
public enum Role {
  SECRETARIAT_ADMINISTRATOR("secretariat-administrator"),
  SECRETARIAT("secretariat"),
  AUDITOR("auditor"),
  COUNCIL_MEMBER("council-member"),
  PARK_ADMINISTRATOR("park-administrator"),
  LIAISON("liaison"),
  ORGANISATION_ADMINISTRATOR("organisation-administrator"),
  ORGANISATION_MEMBER("organisation-member");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Role of(String code) {
    for (var role : values()) {
      if (role.code.equals(code)) return role;
    }
    throw new IllegalArgumentException("no such role: " + code);
  }
}
