package jianglian.cooperation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// In which form money is given.
public enum Instrument {
  EQUITY("equity"),
  CONVERTIBLE("convertible"),
  DEBT("debt"),
  GUARANTEE("guarantee"),
  LEASE("lease"),
  FACTORING("factoring");

  private final String code;

  Instrument(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "listing.instrument." + code;
  }

  public static Optional<Instrument> find(String code) {
    return Codes.find(values(), Instrument::code, code);
  }

  public static Instrument of(String code) {
    return find(code).orElseThrow();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(Instrument::code).toList();
  }
}
