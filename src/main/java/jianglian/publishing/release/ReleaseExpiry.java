package jianglian.publishing.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.jobs.Job;
import jianglian.search.SearchChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Marks what has run out of its validity, some hundred at a time.
@Configuration(proxyBeanMethods = false)
class ReleaseExpiry {
  private static final Actor ACTOR = new Actor.Job("release-expiry");
  private static final int BATCH = 500;

  private final Releases releases;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReleaseExpiry(
      Releases releases,
      AuditTrail audit,
      SearchChanges search,
      JdbcClient db,
      TransactionTemplate transaction,
      Clock clock) {
    this.releases = releases;
    this.audit = audit;
    this.search = search;
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Bean("release-expiry")
  Job job() {
    return new Job("release-expiry", this::expireAll);
  }

  private void expireAll() {
    while (Boolean.TRUE.equals(transaction.execute(_ -> expireSome(clock.instant())))) {}
  }

  /// Whether there may be more.
  private boolean expireSome(Instant now) {
    var due =
        db.sql(
                """
                select id from release where state = 'published' and valid_until < :today order by id limit :batch
                """)
            .param("today", LocalDate.ofInstant(now, Release.ZONE))
            .param("batch", BATCH)
            .query((row, _) -> row.getLong(1))
            .list();
    var stale =
        releases.lock(due).stream()
            .filter(it -> it.state().open() && it.expired(now))
            .map(it -> it.expire(now))
            .toList();
    if (stale.isEmpty()) return false;
    releases.save(stale);
    audit.recordAll(stale.stream().map(ReleaseExpiry::act).toList());
    search.changed("release", stale.stream().map(Release::id).toList());
    return due.size() == BATCH;
  }

  private static Act act(Release release) {
    return Act.of(ACTOR, "release-expired", "release", release.id())
        .in(release.park())
        .with(Map.of("validUntil", String.valueOf(release.content().validUntil())));
  }
}
