package jianglian.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Chinese working days as announced so far. Limits for answers end with the day, in Asia/Shanghai;
/// office hours do not matter.
@Component
public class WorkingDays {
  private static final long KEPT_NANOS = 60_000_000_000L;

  private final JdbcClient db;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile @Nullable Kept kept;

  WorkingDays(JdbcClient db) {
    this.db = db;
  }

  private record Kept(WorkingCalendar calendar, long readAt) {}

  /// The end of the `days`-th working day after the day of `from`.
  public Due after(Instant from, int days) {
    return calendar().after(from, days);
  }

  /// The end of a day chosen by hand.
  public Due endOf(LocalDate day) {
    return new Due(WorkingCalendar.endOf(day), false);
  }

  public TimeLeft left(Instant now, Instant due) {
    return calendar().left(now, due);
  }

  /// Working days it took from one moment to another; 0 within a day.
  public int taken(Instant from, Instant to) {
    return calendar().between(WorkingCalendar.day(from), WorkingCalendar.day(to));
  }

  /// Announcements come once a year; another node's are seen a minute later, and nobody waits for
  /// the look at them.
  private WorkingCalendar calendar() {
    var known = kept;
    if (known == null) return renewed();
    if (System.nanoTime() - known.readAt() > KEPT_NANOS && looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("working-days").start(this::look);
    }
    return known.calendar();
  }

  private void look() {
    try {
      renewed();
    } finally {
      looking.set(false);
    }
  }

  private WorkingCalendar renewed() {
    var read = new Kept(read(), System.nanoTime());
    kept = read;
    return read.calendar();
  }

  private WorkingCalendar read() {
    var exceptions = new HashMap<LocalDate, Boolean>();
    db.sql("select day, workday from working_day_exception")
        .query(row -> {
          exceptions.put(row.getObject("day", LocalDate.class), row.getBoolean("workday"));
        });
    return WorkingCalendar.of(exceptions);
  }
}
