package jianglian.identity.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counts tries in the database, so that neither a restart nor a second node forgets them. A try is
/// counted before its secret is looked at and taken back when it was right; a thousand at once are
/// a thousand tries.
@Component
public class Throttle {
  private final JdbcClient db;
  private final Clock clock;

  Throttle(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// A try that was let through and counts as failed until it has [#succeeded].
  public record Try(List<Subject> subjects, List<Long> rows) {}

  private record Count(int tries, Instant last) {}

  /// Lets the try through or refuses with [TryLater]; a refused one is not counted, so waiting is
  /// always enough.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Try begin(List<Subject> subjects) {
    var now = clock.instant();
    lock(subjects);
    var counts = counts(subjects, now);
    subjects.stream()
        .map(it -> wait(it, counts, now))
        .filter(Duration::isPositive)
        .max(Duration::compareTo)
        .ifPresent(wait -> {
          throw new TryLater(wait);
        });
    return new Try(subjects, insert(subjects, now));
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void succeeded(Try right) {
    var cleared =
        right.subjects().stream().filter(Subject::clearedBySuccess).map(Subject::digest).toList();
    db.sql("delete from attempt where id = any(:rows) or subject = any(:cleared)")
        .param("rows", right.rows().toArray(Long[]::new))
        .param("cleared", cleared.toArray(String[]::new))
        .update();
  }

  private static Duration wait(Subject subject, Map<String, Count> counts, Instant now) {
    var count = counts.get(subject.digest());
    return count == null ? Duration.ZERO : subject.wait(count.tries(), count.last(), now);
  }

  /// In one order, so that two tries never wait for each other.
  private void lock(List<Subject> subjects) {
    db.sql(
            """
            select count(pg_advisory_xact_lock(hashtextextended(subject, 0)))
            from (select subject from unnest(:subjects) as subject order by subject) as ordered
            """)
        .param("subjects", digests(subjects))
        .query(Long.class)
        .single();
  }

  private Map<String, Count> counts(List<Subject> subjects, Instant now) {
    return db
        .sql(
            """
            select subject, count(*) as tries, max(at) as last from attempt
            where subject = any(:subjects) and at > :since
            group by subject
            """)
        .param("subjects", digests(subjects))
        .param("since", now.minus(Subject.WINDOW).atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            Map.entry(
                row.getString("subject"),
                new Count(
                    row.getInt("tries"), row.getObject("last", OffsetDateTime.class).toInstant())))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<Long> insert(List<Subject> subjects, Instant now) {
    return db.sql("insert into attempt (subject, at) select unnest(:subjects), :now returning id")
        .param("subjects", digests(subjects))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  private static String[] digests(List<Subject> subjects) {
    return subjects.stream().map(Subject::digest).toArray(String[]::new);
  }

  void forgetOld() {
    db.sql("delete from attempt where at < :since")
        .param("since", OffsetDateTime.now(clock).minus(Subject.WINDOW))
        .update();
  }

  @Bean
  static Job attemptsForgotten(Throttle throttle) {
    return new Job("identity.attempts-forgotten", throttle::forgetOld);
  }
}
