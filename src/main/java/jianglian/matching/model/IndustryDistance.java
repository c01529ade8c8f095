package jianglian.matching.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.parks.Industries;
import org.jspecify.annotations.Nullable;

/// How near two sets of industries lie in the tree of GB/T 4754: the same class 1, the same group
/// 0.8, the same division 0.6, the same section 0.25, else 0.
final class IndustryDistance {
  private static final double SECTION = 0.25;

  private IndustryDistance() {}

  static @Nullable Double closeness(Pair pair) {
    var one = pair.seeker().facet("industry");
    var other = pair.found().facet("industry");
    if (one.isEmpty() || other.isEmpty()) return null;
    var common = deepest(one, other);
    if (common.isPresent()) return 0.2 * common.get().length() + 0.2;
    return sections(one).stream().anyMatch(sections(other)::contains) ? SECTION : 0.0;
  }

  /// The deepest code both have; the codes come with their ancestors.
  static Optional<String> deepest(Set<String> one, Set<String> other) {
    return one.stream()
        .filter(other::contains)
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
  }

  private static Set<String> sections(Set<String> codes) {
    return codes.stream()
        .map(Industries::of)
        .filter(Objects::nonNull)
        .map(Industries.Industry::section)
        .collect(Collectors.toSet());
  }
}
