package jianglian.matching.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists that wait to be computed. What is claimed comes back by itself unless it is done within
/// the lease.
@Repository
class MatchQueue {
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final JdbcClient db;
  private final Clock clock;

  MatchQueue(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// A claimed list; `claim` is the mark by which it is ended.
  record Due(long listing, boolean urgent, boolean spread, Instant since, Instant claim) {}

  void add(Collection<Long> listings, boolean urgent, boolean spread) {
    db.sql(
            """
            insert into match_due (listing_id, urgent, spread, since, due_at)
            select id, :urgent, :spread, :now, :now from unnest(:ids) as id order by id
            on conflict (listing_id) do update
            set urgent = match_due.urgent or excluded.urgent, again = false, spread = match_due.spread or excluded.spread,
              since = excluded.since, due_at = excluded.due_at
            """)
        .param("ids", listings.toArray(Long[]::new))
        .param("urgent", urgent)
        .param("spread", spread)
        .param("now", now())
        .update();
  }

  /// All that have a list, after everything else that is due and not before every node ranks by the
  /// new model. What waits anyway stays as it is; what is being computed now is computed once more.
  void addAll(Collection<String> states, Duration pause) {
    db.sql(
            """
            insert into match_due (listing_id, urgent, spread, again, since, due_at)
            select id, false, false, true, :now, :later from listing where state = any(:states) order by id
            on conflict (listing_id) do update set since = excluded.since, due_at = excluded.due_at, again = true
            where match_due.due_at > :now
            """)
        .param("states", states.toArray(String[]::new))
        .param("now", now())
        .param("later", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
        .update();
  }

  /// At most `size` that are due, urgent ones first; only urgent ones where `urgentOnly`.
  List<Due> claim(boolean urgentOnly, int size) {
    var claim = clock.instant().plus(LEASE);
    return db.sql(
            """
            update match_due d set due_at = :claim
            where listing_id in (
              select listing_id from match_due
              where due_at <= :now and (urgent or not :urgentOnly)
              order by urgent desc, again, due_at, listing_id
              limit :size
              for update skip locked)
            returning d.listing_id, d.urgent, d.spread, d.since, d.due_at
            """)
        .param("claim", claim.atOffset(ZoneOffset.UTC))
        .param("now", now())
        .param("urgentOnly", urgentOnly)
        .param("size", size)
        .query((row, _) ->
            new Due(
                row.getLong("listing_id"),
                row.getBoolean("urgent"),
                row.getBoolean("spread"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("due_at").toInstant()))
        .list();
  }

  /// Done, but for those that were asked for again meanwhile.
  void done(Collection<Due> all) {
    db.sql(
            """
            delete from match_due d using unnest(:listings, :claims) as f (listing, claim)
            where d.listing_id = f.listing and d.due_at = f.claim::timestamptz
            """)
        .param("listings", all.stream().map(Due::listing).toArray(Long[]::new))
        .param("claims", all.stream().map(it -> it.claim().toString()).toArray(String[]::new))
        .update();
  }

  void later(Due due, Duration pause) {
    db.sql(
            """
            update match_due set urgent = false, due_at = :later
            where listing_id = :listing and due_at = :claim
            """)
        .param("listing", due.listing())
        .param("claim", due.claim().atOffset(ZoneOffset.UTC))
        .param("later", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
