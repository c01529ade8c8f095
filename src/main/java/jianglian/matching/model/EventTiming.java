package jianglian.matching.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How soon an event begins: 1 today, half in two months.
final class EventTiming {
  private static final double HALF_DAYS = 60;

  private EventTiming() {}

  static @Nullable Double closeness(Pair pair) {
    var days = days(pair);
    return days == null ? null : Math.pow(0.5, days / HALF_DAYS);
  }

  static @Nullable Long days(Pair pair) {
    var begins = pair.found().number("begins");
    if (begins == null) return null;
    return Math.max(0, ChronoUnit.DAYS.between(pair.today(), LocalDate.ofEpochDay(begins)));
  }
}
