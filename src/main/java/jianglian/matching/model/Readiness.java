package jianglian.matching.model;

import java.util.Optional;
import jianglian.cooperation.Maturity;
import org.jspecify.annotations.Nullable;

/// Whether what is offered has come as far as the need asks: 1 when it has, 0.4 one stage short,
/// else 0.
final class Readiness {
  private static final double ONE_SHORT = 0.4;

  private Readiness() {}

  static @Nullable Double closeness(Pair pair) {
    var asked = maturity(pair.need());
    var offered = maturity(pair.offer());
    if (asked.isEmpty() || offered.isEmpty()) return null;
    var missing = offered.get().shortOf(asked.get());
    return missing <= 0 ? 1.0 : missing == 1 ? ONE_SHORT : 0.0;
  }

  static Optional<Maturity> maturity(Subject subject) {
    return subject.facet("maturity").stream().findFirst().flatMap(Maturity::find);
  }
}
