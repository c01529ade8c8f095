package jianglian.matching.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the two are neighbours, by where their parks lie or, where that is not said, by region:
/// the same district 1, city 0.8, province 0.5, else 0. Distance never speaks against a pair.
final class Nearness {
  private Nearness() {}

  static @Nullable Double closeness(Pair pair) {
    return common(pair).map(Nearness::closeness).orElse(0.0);
  }

  private static double closeness(String code) {
    if (code.endsWith("0000")) return 0.5;
    return code.endsWith("00") ? 0.8 : 1;
  }

  private static Set<String> place(Subject subject) {
    var place = subject.facet("place");
    return place.isEmpty() ? subject.facet("region") : place;
  }

  /// The smallest region both are in.
  static Optional<String> common(Pair pair) {
    var other = place(pair.found());
    return place(pair.seeker()).stream()
        .filter(other::contains)
        .max(Comparator.comparingDouble(Nearness::closeness));
  }
}
