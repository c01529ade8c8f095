package jianglian.matching.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether one side stands upstream of the other on an industry chain that was brought in: 1 right
/// before it, 0.5 two steps away, unknown otherwise. The neighbours lie in the facets of who seeks
/// (`upstream-1` to `downstream-2`).
final class ChainNearness {
  private static final List<Integer> STEPS = List.of(1, 2);

  private ChainNearness() {}

  /// `where` is upstream or downstream of the one that has the neighbours.
  private record Step(String where, String industry, int steps) {
    double closeness() {
      return 1.0 / steps;
    }

    List<String> facts() {
      return List.of(where, industry, String.valueOf(steps));
    }
  }

  /// Who gives stands upstream of who needs.
  static @Nullable Double upstream(Pair pair) {
    return closeness(up(pair));
  }

  /// What was found stands downstream of who seeks.
  static @Nullable Double downstream(Pair pair) {
    return closeness(down(pair));
  }

  static List<String> upstreamFacts(Pair pair) {
    return up(pair).map(Step::facts).orElse(List.of());
  }

  static List<String> downstreamFacts(Pair pair) {
    return down(pair).map(Step::facts).orElse(List.of());
  }

  private static Optional<Step> up(Pair pair) {
    return step("upstream", pair.need(), pair.offer())
        .or(() -> step("downstream", pair.offer(), pair.need()));
  }

  private static Optional<Step> down(Pair pair) {
    return step("downstream", pair.need(), pair.offer())
        .or(() -> step("upstream", pair.offer(), pair.need()));
  }

  private static Optional<Step> step(String where, Subject of, Subject neighbour) {
    for (var steps : STEPS) {
      var common =
          IndustryDistance.deepest(of.facet(where + "-" + steps), neighbour.facet("industry"));
      if (common.isPresent()) return Optional.of(new Step(where, common.get(), steps));
    }
    return Optional.empty();
  }

  private static @Nullable Double closeness(Optional<Step> step) {
    return step.map(Step::closeness).orElse(null);
  }
}
