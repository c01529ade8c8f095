package jianglian.cases.interests;

import java.util.Arrays;

/// Where an expression of interest stands; settled: the case it became is closed.
public enum InterestState {
  WAITING("waiting"),
  ACCEPTED("accepted"),
  REFUSED("refused"),
  WITHDRAWN("withdrawn"),
  SETTLED("settled");

  private final String code;

  InterestState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "interest.state." + code;
  }

  static InterestState of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
