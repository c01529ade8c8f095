package jianglian.publishing.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a person has typed and not sent yet, kept as it was typed; one for each release and one for
/// a new one (`release` null).
@Repository
class KeptForms {
  private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
  private static final int LONGEST = 2_000_000;

  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  KeptForms(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  record Kept(ReleaseForm form, Instant at) {}

  Optional<Kept> of(Actor.Person person, long park, @Nullable Long release) {
    return db.sql(
            """
            select d.form, d.saved_at from release_draft d
            where d.person_id = :person and d.park_id = :park and d.release_id is not distinct from :release
              and not exists (select 1 from written_release w where w.form_key = d.form ->> 'key')
            """)
        .param("person", person.id())
        .param("park", park)
        .param("release", release, java.sql.Types.BIGINT)
        .query((row, _) ->
            new Kept(
                ReleaseForm.of(json.readValue(row.getString("form"), TYPED)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /// Keeps the form; false when it is too long to be kept.
  @Transactional
  boolean keep(Actor.Person person, long park, @Nullable Long release, ReleaseForm form) {
    var text = json.writeValueAsString(form.flat());
    if (text.length() > LONGEST) return false;
    db.sql(
            """
            insert into release_draft (person_id, park_id, release_id, form, saved_at)
            values (:person, :park, :release, :form::jsonb, :now)
            on conflict (person_id, park_id, release_id)
            do update set form = excluded.form, saved_at = excluded.saved_at
            """)
        .param("person", person.id())
        .param("park", park)
        .param("release", release, java.sql.Types.BIGINT)
        .param("form", text)
        .param("now", OffsetDateTime.now(clock))
        .update();
    return true;
  }

  @Transactional
  void drop(Actor.Person person, long park, @Nullable Long release) {
    db.sql(
            """
            delete from release_draft
            where person_id = :person and park_id = :park and release_id is not distinct from :release
            """)
        .param("person", person.id())
        .param("park", park)
        .param("release", release, java.sql.Types.BIGINT)
        .update();
  }
}
