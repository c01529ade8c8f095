package jianglian.matching.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every feature says of a pair, by its code, to six decimals; null where it is unknown. Kept
/// with what is shown, so that a model can be fitted on it later.
public final class FeatureValues {
  private static final double DECIMALS = 1e6;

  private FeatureValues() {}

  public static Map<String, @Nullable Double> of(Pair pair) {
    var values = new LinkedHashMap<String, @Nullable Double>();
    for (var feature : Feature.values()) values.put(feature.code(), rounded(feature.of(pair)));
    return values;
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Math.rint(value * DECIMALS) / DECIMALS;
  }

  /// The features whose terms make a reason of this code; none: there is no such reason.
  public static List<String> about(String reason) {
    return Arrays.stream(Feature.values())
        .filter(it -> it.reason().code().equals(reason))
        .map(Feature::code)
        .toList();
  }
}
