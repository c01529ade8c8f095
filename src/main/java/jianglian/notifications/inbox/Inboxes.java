package jianglian.notifications.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class Inboxes {
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  Inboxes(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// Puts the notice into everyone's inbox who does not have it yet.
  @Transactional
  public void deliver(Notice notice, Collection<Long> people, Instant now) {
    if (people.isEmpty()) return;
    db.sql(
            """
            insert into notification (person_id, kind, message, arguments, link, at, event_id)
            select person, :kind, :message, :arguments::jsonb, :link, :now, :event
            from unnest(:people) as person
            on conflict (person_id, event_id) do nothing
            """)
        .param("people", people.toArray(Long[]::new))
        .param("kind", notice.kind().code())
        .param("message", notice.message())
        .param("arguments", json.writeValueAsString(notice.arguments()))
        .param("link", notice.link())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("event", notice.event())
        .update();
  }

  Slice<InboxItem> of(
      long person, @Nullable NoticeKind kind, boolean unread, @Nullable Long after, int size) {
    var rows =
        db.sql(
                """
                select id, kind, message, arguments, at, read_at from notification
                where person_id = :person and (:kind::text is null or kind = :kind)
                  and (not :unread or read_at is null) and (:after::bigint is null or id < :after)
                order by id desc
                limit :limit
                """)
            .param("person", person)
            .param("kind", kind == null ? null : kind.code())
            .param("unread", unread)
            .param("after", after)
            .param("limit", size + 1)
            .query(this::item)
            .list();
    return Slice.of(rows, size, it -> "" + it.id());
  }

  /// Marks it read and answers where it leads; empty when it is not this person's.
  Optional<String> open(long person, long notice, Instant now) {
    return db.sql(
            """
            update notification set read_at = coalesce(read_at, :now)
            where id = :id and person_id = :person
            returning link
            """)
        .param("id", notice)
        .param("person", person)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  void readAll(long person, Instant now) {
    db.sql("update notification set read_at = :now where person_id = :person and read_at is null")
        .param("person", person)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private InboxItem item(ResultSet row, int number) throws SQLException {
    return new InboxItem(
        row.getLong("id"),
        NoticeKind.of(row.getString("kind")),
        row.getString("message"),
        json.readValue(row.getString("arguments"), WORDS),
        row.getTimestamp("at").toInstant(),
        row.getTimestamp("read_at") == null);
  }
}
