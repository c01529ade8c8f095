package jianglian.matching.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether one side's industry supplies the other's, by China's input-output table.
final class Supplying {
  private Supplying() {}

  /// From who gives to who needs.
  static @Nullable Double closeness(Pair pair) {
    return strength(supply(pair));
  }

  /// From who seeks to what was found for it: a customer.
  static @Nullable Double turned(Pair pair) {
    return strength(demand(pair));
  }

  /// The codes of both sectors and how strong the supply is, in a word; none where it is weak.
  static List<String> facts(Pair pair) {
    return told(supply(pair));
  }

  static List<String> turnedFacts(Pair pair) {
    return told(demand(pair));
  }

  private static Optional<SupplyRelation.Supply> supply(Pair pair) {
    return SupplyRelation.strongest(pair.offer().facet("industry"), pair.need().facet("industry"));
  }

  private static Optional<SupplyRelation.Supply> demand(Pair pair) {
    return SupplyRelation.strongest(pair.need().facet("industry"), pair.offer().facet("industry"));
  }

  private static @Nullable Double strength(Optional<SupplyRelation.Supply> supply) {
    return supply.map(SupplyRelation.Supply::strength).orElse(null);
  }

  private static List<String> told(Optional<SupplyRelation.Supply> supply) {
    return supply
        .filter(it -> it.strength() >= SupplyRelation.SOME)
        .map(it -> List.of(it.from().code(), it.to().code(), degree(it)))
        .orElse(List.of());
  }

  private static String degree(SupplyRelation.Supply supply) {
    if (supply.from().equals(supply.to())) return "within";
    return supply.strength() >= SupplyRelation.MAIN ? "main" : "some";
  }
}
