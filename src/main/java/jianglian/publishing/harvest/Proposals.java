package jianglian.publishing.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.publishing.ReleaseKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What feeds have brought: open until its park decides or the item changes again.
@Repository
class Proposals {
  private final JdbcClient db;

  Proposals(JdbcClient db) {
    this.db = db;
  }

  /// What is known of an item: its open proposal, and what was last decided about it.
  record Known(@Nullable Long open, @Nullable String openDigest, @Nullable String decidedDigest) {
    static final Known NOTHING = new Known(null, null, null);

    private Known and(Known other) {
      return new Known(
          open == null ? other.open : open,
          openDigest == null ? other.openDigest : openDigest,
          decidedDigest == null ? other.decidedDigest : decidedDigest);
    }
  }

  Map<String, Known> known(long source, Collection<String> guids) {
    var known = new HashMap<String, Known>();
    db.sql(
            """
            select distinct on (guid, state = 'open') guid, state = 'open' as open, id, digest from feed_proposal
            where source_id = :source and guid = any(:guids) and state <> 'superseded'
            order by guid, state = 'open', id desc
            """)
        .param("source", source)
        .param("guids", guids.toArray(String[]::new))
        .query((row, _) -> {
          var digest = row.getString("digest");
          var one =
              row.getBoolean("open")
                  ? new Known(row.getLong("id"), digest, null)
                  : new Known(null, null, digest);
          return known.merge(row.getString("guid"), one, Known::and);
        })
        .list();
    return known;
  }

  int open(long source) {
    return db.sql("select count(*) from feed_proposal where source_id = :source and state = 'open'")
        .param("source", source)
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /// Whatever came later takes their place; what they said is not kept.
  void supersede(Collection<Long> ids) {
    db.sql(
            "update feed_proposal set state = 'superseded', body_html = '' where id = any(:ids) and state = 'open'")
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  void supersedeAll(long source) {
    db.sql(
            "update feed_proposal set state = 'superseded', body_html = '' where source_id = :source and state = 'open'")
        .param("source", source)
        .update();
  }

  /// The last of the list gets the highest id.
  int propose(long source, List<Released.News> news, Instant now) {
    var items = news.stream().map(Released.News::item).toList();
    return db.sql(
            """
            insert into feed_proposal (source_id, guid, digest, title, body_html, source_url, published_on, release_id, state,
              found_at)
            select :source, guid, digest, title, body, link, day::date, release, 'open', :now
            from unnest(:guids, :digests, :titles, :bodies, :links, :days, :releases) with ordinality
              as item (guid, digest, title, body, link, day, release, place)
            order by place
            on conflict do nothing
            """)
        .param("source", source)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("guids", items.stream().map(FeedItem::guid).toArray(String[]::new))
        .param("digests", items.stream().map(FeedItem::digest).toArray(String[]::new))
        .param("titles", items.stream().map(FeedItem::title).toArray(String[]::new))
        .param("bodies", items.stream().map(FeedItem::body).toArray(String[]::new))
        .param("links", items.stream().map(FeedItem::link).toArray(String[]::new))
        .param("releases", news.stream().map(Released.News::release).toArray(Long[]::new))
        .param("days", items.stream().map(Proposals::day).toArray(String[]::new))
        .update();
  }

  private static @Nullable String day(FeedItem item) {
    return item.publishedOn() == null ? null : item.publishedOn().toString();
  }

  /// A proposal as it is decided about; `kind` is its feed's, `release` what it changes.
  record Held(
      long id, long park, ReleaseKind kind, String state, FeedItem item, @Nullable Long release) {
    boolean open() {
      return state.equals("open");
    }
  }

  /// Those of the feed, which stay as they are for others until this transaction ends.
  List<Held> lock(long source, Collection<Long> parks, Collection<Long> ids) {
    return db.sql(
            """
            select p.*, s.park_id, s.kind from feed_proposal p join feed_source s on s.id = p.source_id
            where p.source_id = :source and s.park_id = any(:parks) and s.removed_at is null and p.id = any(:ids)
            order by p.id
            for update of p
            """)
        .param("source", source)
        .param("parks", parks.toArray(Long[]::new))
        .param("ids", ids.toArray(Long[]::new))
        .query(Proposals::held)
        .list();
  }

  List<Long> openUpTo(long source, long last) {
    return db.sql(
            "select id from feed_proposal where source_id = :source and state = 'open' and id <= :last")
        .param("source", source)
        .param("last", last)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    var item =
        new FeedItem(
            row.getString("guid"),
            row.getString("title"),
            row.getString("body_html"),
            row.getString("source_url"),
            row.getObject("published_on", LocalDate.class));
    return new Held(
        row.getLong("id"),
        row.getLong("park_id"),
        ReleaseKind.of(row.getString("kind")).orElseThrow(),
        row.getString("state"),
        item,
        row.getObject("release_id", Long.class));
  }

  void decide(
      Collection<Long> ids,
      String state,
      @Nullable Long release,
      @Nullable Long person,
      @Nullable Instant now) {
    db.sql(
            """
            update feed_proposal
            set state = :state, release_id = coalesce(:release, release_id), decided_at = :now, decided_by = :person
            where id = any(:ids)
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("state", state)
        .param("release", release)
        .param("person", person)
        .param("now", now == null ? null : OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }

  boolean opened(long source, String guid) {
    return db.sql(
            "select 1 from feed_proposal where source_id = :source and guid = :guid and state = 'open'")
        .param("source", source)
        .param("guid", guid)
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }
}
