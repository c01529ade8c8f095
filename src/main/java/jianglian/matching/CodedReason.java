package jianglian.matching;

import java.util.Arrays;
import java.util.Optional;

/// Why a partner is turned down, in words that can be counted and learned from.
public enum CodedReason {
  TOO_EARLY("too-early"),
  BENEFIT_UNCLEAR("benefit-unclear"),
  ROUTE_UNCLEAR("route-unclear"),
  DESCRIPTION_UNCLEAR("description-unclear"),
  PRICE_OR_TERMS("price-or-terms"),
  OUT_OF_SCOPE("out-of-scope"),
  HAS_PARTNER("has-partner"),
  CAPACITY_OR_TIME("capacity-or-time"),
  OTHER("other");

  private final String code;

  CodedReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its words.
  public String key() {
    return "coded-reason." + code;
  }

  public static Optional<CodedReason> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }
}
