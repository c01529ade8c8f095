package jianglian.matching.model;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the two are neighbours: the same district 1, city 0.8, province 0.5, else 0. Distance
/// never speaks against a pair.
final class Nearness {
  private Nearness() {}

  static @Nullable Double closeness(Pair pair) {
    return common(pair).map(Nearness::closeness).orElse(0.0);
  }

  private static double closeness(String code) {
    if (code.endsWith("0000")) return 0.5;
    return code.endsWith("00") ? 0.8 : 1;
  }

  /// The smallest region both are in.
  static Optional<String> common(Pair pair) {
    var other = pair.found().facet("place");
    return pair.seeker().facet("place").stream()
        .filter(other::contains)
        .max(Comparator.comparingDouble(Nearness::closeness));
  }
}
