package jianglian.matching.learning;

import java.util.Optional;
import jianglian.matching.CodedReason;
import jianglian.matching.PairOutcome;
import org.jspecify.annotations.Nullable;

/// How well a pair fits by what people did (`target`, 0 to 1), and how much that is worth (1: as
/// much as one expression of interest). Why each is what it is stands in docs/matching.md.
record Evidence(double target, double weight) {
  /// Against the named reason only, not against the pair.
  static final Evidence DOUBT = new Evidence(0, 1);

  /// Empty: it says nothing of the pair.
  static Optional<Evidence> of(PairOutcome outcome, @Nullable CodedReason reason) {
    return switch (outcome) {
      case EXPRESSED -> some(0.7, 1);
      case ACCEPTED -> some(0.9, 1.5);
      case MET -> some(0.9, 1);
      case AGREED, REALISED, HELPED -> some(1, 2);
      case NOTHING_AVAILABLE -> some(0.4, 0.3);
      case DECLINED, REFUSED -> Optional.of(of(reason == null ? CodedReason.OTHER : reason));
      case WITHDRAWN, UNREACHABLE -> Optional.empty();
    };
  }

  static Evidence of(CodedReason refusal) {
    return switch (refusal) {
      case OUT_OF_SCOPE -> new Evidence(0, 1);
      case TOO_EARLY -> new Evidence(0.3, 0.5);
      case BENEFIT_UNCLEAR, ROUTE_UNCLEAR -> new Evidence(0.35, 0.4);
      case OTHER -> new Evidence(0.3, 0.3);
      case PRICE_OR_TERMS -> new Evidence(0.5, 0.4);
      case DESCRIPTION_UNCLEAR -> new Evidence(0.4, 0.1);
      case CAPACITY_OR_TIME -> new Evidence(0.6, 0.25);
      case HAS_PARTNER -> new Evidence(0.6, 0.2);
    };
  }

  private static Optional<Evidence> some(double target, double weight) {
    return Optional.of(new Evidence(target, weight));
  }
}
