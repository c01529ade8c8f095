package jianglian.matching.model;

import java.util.Optional;
import jianglian.cooperation.Amount;
import org.jspecify.annotations.Nullable;

/// Whether what one can pay and what the other asks meet: 1 where the ranges overlap, less the
/// further they lie apart (half at a factor of two).
final class MoneyOverlap {
  private MoneyOverlap() {}

  static @Nullable Double closeness(Pair pair) {
    var one = Range.of(pair.seeker());
    var other = Range.of(pair.found());
    if (one == null || other == null) return null;
    var low = Math.max(one.min, other.min);
    var high = Math.min(one.max, other.max);
    if (low <= high) return 1.0;
    return high <= 0 ? 0.0 : high / low;
  }

  /// The range both accept.
  static Optional<Amount> common(Pair pair) {
    var one = Range.of(pair.seeker());
    var other = Range.of(pair.found());
    if (one == null || other == null) return Optional.empty();
    var low = Math.max(one.min, other.min);
    var high = Math.min(one.max, other.max);
    if (low > high) return Optional.empty();
    return Optional.of(
        new Amount(
            low > 0 ? (Long) (long) low : null,
            high < Double.MAX_VALUE ? (Long) (long) high : null,
            Amount.YUAN));
  }

  private record Range(double min, double max) {
    static @Nullable Range of(Subject subject) {
      var min = subject.number("amountMin");
      var max = subject.number("amountMax");
      if (min == null && max == null) return null;
      return new Range(min == null ? 0 : min, max == null ? Double.MAX_VALUE : max);
    }
  }
}
