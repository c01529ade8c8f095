package jianglian.cases.clocks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.cases.introductions.CaseLateness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks through the clocks of cases: marks late ones, and sets anew those that ran into a year not
/// announced before.
@Component
class LateCases {
  static final String NAME = "case-clocks";
  private static final int AT_A_TIME = 500;

  private final JdbcClient db;
  private final CaseLateness lateness;
  private final Clock clock;

  LateCases(JdbcClient db, CaseLateness lateness, Clock clock) {
    this.db = db;
    this.lateness = lateness;
    this.clock = clock;
  }

  private record Ticking(long matter, int position) {}

  void check() {
    var now = clock.instant();
    provisional().forEach(it -> lateness.reckonAnew(it.matter(), it.position()));
    var job = new Actor.Job(NAME);
    late(now).forEach(it -> lateness.mark(it.matter(), it.position(), job, now));
  }

  private List<Ticking> provisional() {
    return db.sql(
            """
            select s.case_id, s.position from case_side s
            where s.due_provisional and s.due_at is not null and s.taken_at is null
              and exists (select 1 from working_day_exception w
                where extract(year from w.day) = extract(year from s.due_at at time zone 'Asia/Shanghai'))
            limit :most
            """)
        .param("most", AT_A_TIME)
        .query((row, _) -> new Ticking(row.getLong("case_id"), row.getInt("position")))
        .list();
  }

  private List<Ticking> late(Instant now) {
    return db.sql(
            """
            select s.case_id, s.position from case_side s
            where s.due_at < :now and s.taken_at is null and s.late_at is null
            order by s.due_at
            limit :most
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", AT_A_TIME)
        .query((row, _) -> new Ticking(row.getLong("case_id"), row.getInt("position")))
        .list();
  }
}
