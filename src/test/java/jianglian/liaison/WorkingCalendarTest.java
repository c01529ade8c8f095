package jianglian.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
  private static final Pattern ROW =
      Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', '[^']+', (true|false)\\)");

  private final WorkingCalendar calendar = shipped();

  /// The calendar as the migration ships it.
  static WorkingCalendar shipped() {
    var exceptions = new HashMap<LocalDate, Boolean>();
    try (var in = WorkingCalendarTest.class.getResourceAsStream("/db/migration/V008__cases.sql")) {
      var rows = ROW.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (rows.find()) {
        exceptions.put(LocalDate.parse(rows.group(1)), Boolean.valueOf(rows.group(2)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return WorkingCalendar.of(exceptions);
  }

  private static Instant at(String local) {
    return Instant.parse(local + "+08:00");
  }

  @ParameterizedTest
  @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
  void a_year_has_as_many_working_days_as_announced(int year, int days) {
    assertThat(calendar.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
        .isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00:00, 2026-11-26T23:59:59", // plain weekdays
    "2026-11-20T10:00:00, 2026-11-25T23:59:59", // over a weekend
    "2026-11-23T00:00:00, 2026-11-26T23:59:59", // the day itself never counts, however early
    "2026-11-22T23:59:59, 2026-11-25T23:59:59", // nor on a Sunday evening
    "2026-09-30T15:00:00, 2026-10-10T23:59:59", // over National Day, with the Saturday worked
    "2026-02-13T17:59:00, 2026-02-25T23:59:59", // over Spring Festival, with the Saturday before
    "2024-02-08T09:00:00, 2024-02-19T23:59:59", // 2024-02-18 is a Sunday worked
  })
  void three_working_days_end_with_the_third_day(String from, String due) {
    assertThat(calendar.after(at(from), 3)).isEqualTo(new Due(at(due), false));
  }

  @Test
  void a_limit_that_reaches_an_unannounced_year_is_provisional() {
    assertThat(calendar.after(at("2026-12-28T10:00:00"), 3).provisional()).isFalse();
    assertThat(calendar.after(at("2026-12-29T10:00:00"), 3))
        .isEqualTo(new Due(at("2027-01-01T23:59:59"), true));
  }

  @Test
  void the_same_limit_is_firm_and_later_once_the_year_is_announced() {
    var exceptions = new HashMap<>(calendar.exceptions());
    exceptions.put(LocalDate.of(2027, 1, 1), false);
    assertThat(WorkingCalendar.of(exceptions).after(at("2026-12-29T10:00:00"), 3))
        .isEqualTo(new Due(at("2027-01-04T23:59:59"), false));
  }

  @Test
  void years_before_the_first_announced_are_provisional_too() {
    assertThat(calendar.after(at("2023-06-01T10:00:00"), 1).provisional()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00:00, 2026-11-26T23:59:59, 3, 0",
    "2026-11-26T23:59:58, 2026-11-26T23:59:59, 0, 0",
    "2026-11-27T00:00:00, 2026-11-26T23:59:59, 0, 1",
    "2026-11-29T08:00:00, 2026-11-26T23:59:59, 0, 3",
    "2026-11-28T08:00:00, 2026-11-30T23:59:59, 1, 0",
  })
  void a_clock_shows_what_is_left_or_how_late_it_is(String now, String due, int left, int late) {
    assertThat(calendar.left(at(now), at(due))).isEqualTo(new TimeLeft(left, late));
  }
}
