package jianglian.liaison;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Monday to Friday, but for the exceptions the State Council announces a year at a time: holidays
/// (false) and the weekend days worked in exchange (true, 调休).
record WorkingCalendar(Map<LocalDate, Boolean> exceptions, Set<Integer> announcedYears) {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  static WorkingCalendar of(Map<LocalDate, Boolean> exceptions) {
    var years =
        exceptions.keySet().stream()
            .map(LocalDate::getYear)
            .collect(Collectors.toUnmodifiableSet());
    return new WorkingCalendar(Map.copyOf(exceptions), years);
  }

  boolean isWorkingDay(LocalDate day) {
    var exception = exceptions.get(day);
    if (exception != null) return exception;
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  boolean announced(LocalDate day) {
    return announcedYears.contains(day.getYear());
  }

  /// The end of the `days`-th working day after the day of `from`; that day itself never counts.
  Due after(Instant from, int days) {
    var day = day(from);
    var provisional = false;
    for (var left = days; left > 0; ) {
      day = day.plusDays(1);
      provisional |= !announced(day);
      if (isWorkingDay(day)) left--;
    }
    return new Due(endOf(day), provisional);
  }

  TimeLeft left(Instant now, Instant due) {
    var today = day(now);
    var last = day(due);
    if (now.isAfter(due)) {
      return new TimeLeft(0, (int) Math.max(1, ChronoUnit.DAYS.between(last, today)));
    }
    return new TimeLeft(between(today, last), 0);
  }

  /// Working days after the first day up to and with the last.
  int between(LocalDate first, LocalDate last) {
    return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorkingDay).count();
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  static Instant endOf(LocalDate day) {
    return day.atTime(END_OF_DAY).atZone(ZONE).toInstant();
  }
}
