package jianglian.cooperation.posting;

import java.util.Map;
import java.util.Optional;
import jianglian.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a person has typed and not sent yet, kept as it was typed; one for each form.
@Repository
class Drafts {
  private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
  private static final int LONGEST = 60_000;

  private final JdbcClient db;
  private final JsonMapper json;

  Drafts(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  Optional<ListingForm> of(Actor.Person person, PostingForm form) {
    return db.sql("select form from listing_draft where person_id = :person and form_code = :code")
        .param("person", person.id())
        .param("code", form.code())
        .query((row, _) -> new ListingForm(json.readValue(row.getString(1), TYPED)))
        .optional();
  }

  /// Keeps the form; false when it is too long to be kept.
  @Transactional
  boolean keep(Actor.Person person, PostingForm form, ListingForm written) {
    var text = json.writeValueAsString(written.typed());
    if (text.length() > LONGEST) return false;
    db.sql(
            """
            insert into listing_draft (person_id, form_code, form, saved_at) values (:person, :code, :form::jsonb, now())
            on conflict (person_id, form_code) do update set form = excluded.form, saved_at = excluded.saved_at
            """)
        .param("person", person.id())
        .param("code", form.code())
        .param("form", text)
        .update();
    return true;
  }

  @Transactional
  void drop(Actor.Person person, PostingForm form) {
    db.sql("delete from listing_draft where person_id = :person and form_code = :code")
        .param("person", person.id())
        .param("code", form.code())
        .update();
  }
}
