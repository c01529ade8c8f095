package jianglian.parks;

import java.util.Optional;

/// What sort of organisation this is.
public enum OrganisationKind {
  ENTERPRISE("enterprise"),
  INSTITUTE("institute"),
  INVESTOR("investor"),
  SERVICE("service");

  private final String code;

  OrganisationKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static OrganisationKind of(String code) {
    return from(code).orElseThrow(() -> new IllegalArgumentException("no such kind: " + code));
  }

  /// Empty for a word that is no kind.
  public static Optional<OrganisationKind> from(String code) {
    for (var kind : values()) {
      if (kind.code.equals(code)) return Optional.of(kind);
    }
    return Optional.empty();
  }
}
