package jianglian.publishing.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import jianglian.publishing.ReleaseKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The feeds. What a person says of one and how its readings go are written apart, so that neither
/// undoes the other.
@Repository
class FeedSources {
  private final JdbcClient db;

  FeedSources(JdbcClient db) {
    this.db = db;
  }

  /// The feed, if it belongs to one of these parks.
  Optional<FeedSource> of(Collection<Long> parks, long id) {
    return db.sql(
            "select * from feed_source where id = :id and park_id = any(:parks) and removed_at is null")
        .param("id", id)
        .param("parks", parks.toArray(Long[]::new))
        .query(FeedSources::source)
        .optional();
  }

  long count(long park) {
    return db.sql("select count(*) from feed_source where park_id = :park and removed_at is null")
        .param("park", park)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /// A new feed, or one that was removed come back; empty when the park has this address.
  Optional<Long> add(long park, String url, String name, ReleaseKind kind, Instant now) {
    return db.sql(
            """
            insert into feed_source (park_id, url, name, kind, created_at, next_poll_at)
            values (:park, :url, :name, :kind, :now, :now)
            on conflict (park_id, url) do update
            set name = excluded.name, kind = excluded.kind, active = true, removed_at = null, next_poll_at = :now,
              etag = null, last_modified = null, last_error = null, error_detail = '', failures = 0
            where feed_source.removed_at is not null
            returning id
            """)
        .param("park", park)
        .param("url", url)
        .param("name", name)
        .param("kind", kind.code())
        .param("now", at(now))
        .query(Long.class)
        .optional();
  }

  void describe(long id, String name, ReleaseKind kind) {
    db.sql("update feed_source set name = :name, kind = :kind where id = :id")
        .param("id", id)
        .param("name", name)
        .param("kind", kind.code())
        .update();
  }

  /// Whoever reads it meanwhile loses it.
  boolean pause(long id) {
    return db.sql(
                "update feed_source set active = false, leased_until = null where id = :id and active")
            .param("id", id)
            .update()
        == 1;
  }

  /// Read again at once, from the beginning.
  boolean resume(long id, Instant now) {
    return db.sql(
                """
                update feed_source
                set active = true, next_poll_at = :now, failures = 0, last_error = null, error_detail = '', etag = null,
                  last_modified = null
                where id = :id and not active
                """)
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  void remove(long id, Instant now) {
    db.sql("update feed_source set removed_at = :now, leased_until = null where id = :id")
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /// The feed that has been due longest, held until a moment; several nodes never get the same.
  Optional<FeedSource> claimDue(Instant now, Instant until) {
    return claimed(null, now, until);
  }

  /// This feed, due or not, unless it is being read.
  Optional<FeedSource> claim(long id, Instant now, Instant until) {
    return claimed(id, now, until);
  }

  private Optional<FeedSource> claimed(@Nullable Long id, Instant now, Instant until) {
    return db.sql(
            """
            update feed_source set leased_until = :until
            where id = (
              select id from feed_source
              where active and removed_at is null and (leased_until is null or leased_until <= :now)
                and (id = :id or (:id::bigint is null and next_poll_at <= :now))
              order by next_poll_at, id
              limit 1
              for update skip locked)
            returning *
            """)
        .param("id", id)
        .param("now", at(now))
        .param("until", at(until))
        .query(FeedSources::source)
        .optional();
  }

  /// Locks the feed if this claim on it still holds.
  boolean holds(FeedSource claimed) {
    return db.sql(
            """
            select id from feed_source
            where id = :id and leased_until = :until and active and removed_at is null
            for update
            """)
        .param("id", claimed.id())
        .param("until", at(claimed.leasedUntil()))
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /// Notes how a reading went and gives the feed back.
  void noteReading(FeedSource read) {
    db.sql(
            """
            update feed_source
            set etag = :etag, last_modified = :lastModified, last_polled_at = :polled, last_success_at = :success,
              last_error = :error, error_detail = :detail, failures = :failures, items = :items, skipped = :skipped,
              next_poll_at = :next, leased_until = null
            where id = :id
            """)
        .param("id", read.id())
        .param("etag", read.etag())
        .param("lastModified", read.lastModified())
        .param("polled", at(read.lastPolledAt()))
        .param("success", at(read.lastSuccessAt()))
        .param("error", read.error())
        .param("detail", read.errorDetail())
        .param("failures", read.failures())
        .param("items", read.items())
        .param("skipped", read.skipped())
        .param("next", at(read.nextPollAt()))
        .update();
  }

  static FeedSource source(ResultSet row, int number) throws SQLException {
    return new FeedSource(
        row.getLong("id"),
        row.getLong("park_id"),
        row.getString("url"),
        row.getString("name"),
        ReleaseKind.of(row.getString("kind")).orElseThrow(),
        row.getBoolean("active"),
        row.getString("etag"),
        row.getString("last_modified"),
        instant(row, "last_polled_at"),
        instant(row, "last_success_at"),
        row.getString("last_error"),
        row.getString("error_detail"),
        row.getInt("failures"),
        row.getInt("items"),
        row.getInt("skipped"),
        row.getObject("next_poll_at", OffsetDateTime.class).toInstant(),
        instant(row, "leased_until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /// As exact as the database keeps it, so that what is read again equals what was written.
  private static @Nullable OffsetDateTime at(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
