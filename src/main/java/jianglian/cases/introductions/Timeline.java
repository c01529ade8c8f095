package jianglian.cases.introductions;

import java.time.Instant;
import java.time.ZoneOffset;
import jianglian.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to a case, in order; nothing on it is ever changed.
@Repository
class Timeline {
  private final JdbcClient db;

  Timeline(JdbcClient db) {
    this.db = db;
  }

  long add(long matter, TimelineEntry entry, Actor actor, Instant now) {
    var doer = Doer.of(actor);
    return db.sql(
            """
            insert into case_event (case_id, kind, state, position, officer_id, result, reason, text, visibility, person_id, client_id, at)
            values (:case, :kind, :state, :position, :officer, :result, :reason, :text, :visibility, :person, :client, :now)
            returning id
            """)
        .param("case", matter)
        .param("kind", entry.kind().code())
        .param("state", entry.state() == null ? null : entry.state().code())
        .param("position", entry.position())
        .param("officer", entry.officer())
        .param("result", entry.result() == null ? null : entry.result().code())
        .param("reason", entry.reason() == null ? null : entry.reason().code())
        .param("text", entry.text())
        .param("visibility", entry.visibility().code())
        .param("person", doer.person())
        .param("client", doer.client())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
