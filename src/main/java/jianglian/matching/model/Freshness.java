package jianglian.matching.model;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How new what was found is: 1 today, half after four months.
final class Freshness {
  private static final double HALF_DAYS = 120;

  private Freshness() {}

  static @Nullable Double closeness(Pair pair) {
    var days = days(pair);
    return days == null ? null : Math.pow(0.5, days / HALF_DAYS);
  }

  static @Nullable Long days(Pair pair) {
    var day = pair.found().day();
    return day == null ? null : Math.max(0, ChronoUnit.DAYS.between(day, pair.today()));
  }
}
