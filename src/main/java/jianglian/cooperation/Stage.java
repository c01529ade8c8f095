package jianglian.cooperation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How far a company that raises money has come, in the order of financing rounds.
public enum Stage {
  SEED("seed", 1),
  ANGEL("angel", 2),
  SERIES_A("series-a", 3),
  SERIES_B("series-b", 4),
  SERIES_C("series-c", 5),
  PRE_IPO("pre-ipo", 6);

  private final String code;
  private final int round;

  Stage(String code, int round) {
    this.code = code;
    this.round = round;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "listing.stage." + code;
  }

  /// How many rounds lie between the two; 0 when they are the same.
  public int roundsTo(Stage other) {
    return Math.abs(round - other.round);
  }

  public static Optional<Stage> find(String code) {
    return Codes.find(values(), Stage::code, code);
  }

  public static Stage of(String code) {
    return find(code).orElseThrow();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(Stage::code).toList();
  }
}
