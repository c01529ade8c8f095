package jianglian.audit;

/// Where a role holds: the whole alliance (id 0), or one park, organisation, industry alliance or
/// fund.
public record Scope(Kind kind, long id) {
  public static final Scope ALLIANCE = new Scope(Kind.ALLIANCE, 0);

  public enum Kind {
    ALLIANCE("alliance"),
    PARK("park"),
    ORGANISATION("organisation"),
    INDUSTRY_ALLIANCE("industry-alliance"),
    FUND("fund");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Kind of(String code) {
      for (var kind : values()) {
        if (kind.code.equals(code)) return kind;
      }
      throw new IllegalArgumentException("no such scope: " + code);
    }
  }

  public static Scope park(long id) {
    return new Scope(Kind.PARK, id);
  }

  public static Scope organisation(long id) {
    return new Scope(Kind.ORGANISATION, id);
  }
}
