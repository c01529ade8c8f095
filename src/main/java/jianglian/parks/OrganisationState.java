package jianglian.parks;

/// Where an organisation stands with its park. One that is pending may draft, but nothing of it is
/// shown before its park has admitted it.
public enum OrganisationState {
  PENDING("pending"),
  ADMITTED("admitted"),
  REFUSED("refused"),
  LEFT("left");

  private final String code;

  OrganisationState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static OrganisationState of(String code) {
    for (var state : values()) {
      if (state.code.equals(code)) return state;
    }
    throw new IllegalArgumentException("no such state: " + code);
  }
}
