package jianglian.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes acts into the acting transaction; refuses to write outside one.
@Component
public class AuditTrail {
  private final JdbcClient db;
  private final JsonMapper json;

  AuditTrail(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Act act) {
    recordAll(List.of(act));
  }

  /// The same act on each of many objects, with the same park and detail: an import of thousands of
  /// rows costs one lean statement. The template's own object id is not used.
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordEach(Act template, Collection<?> objectIds) {
    if (!template.personal().isEmpty()) {
      throw new IllegalArgumentException("personal values belong to one object");
    }
    db.sql(
            """
            insert into audit_entry (actor_kind, actor_id, authority, act, object_kind, object_id, park_id, detail)
            select :actorKind, :actorId, :authority, :act, :objectKind, object_id, :park, :detail::jsonb
            from unnest(:objectIds) as object_id
            """)
        .param("actorKind", kind(template.actor()))
        .param("actorId", id(template.actor()))
        .param("authority", authority(template.actor()))
        .param("act", template.name())
        .param("objectKind", template.objectKind())
        .param("objectIds", objectIds.stream().map(Object::toString).toArray(String[]::new))
        .param("park", template.park())
        .param("detail", json.writeValueAsString(template.detail()))
        .update();
  }

  /// Any number of different acts, in their order, in one statement.
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordAll(List<Act> acts) {
    if (acts.isEmpty()) return;
    var secrets = Secret.of(acts);
    db.sql(
            """
            with entry as (
              insert into audit_entry (actor_kind, actor_id, authority, act, object_kind, object_id, park_id, detail, commitments)
              select actor_kind, actor_id, authority, act, object_kind, object_id, park_id, detail::jsonb, commitments::jsonb
              from unnest(:actorKinds, :actorIds, :authorities, :acts, :objectKinds, :objectIds, :parks, :details, :commitments)
                with ordinality as given (actor_kind, actor_id, authority, act, object_kind, object_id, park_id, detail, commitments, place)
              order by place
              returning id
            ), placed as (select id, row_number() over (order by id) as place from entry)
            insert into audit_secret (entry_id, field, salt, value)
            select placed.id, field, salt, value
            from unnest(:places, :fields, :salts, :values) as secret (place, field, salt, value)
              join placed using (place)
            """)
        .param("actorKinds", texts(acts, it -> kind(it.actor())))
        .param("actorIds", numbers(acts, it -> id(it.actor())))
        .param("authorities", texts(acts, it -> authority(it.actor())))
        .param("acts", texts(acts, Act::name))
        .param("objectKinds", texts(acts, Act::objectKind))
        .param("objectIds", texts(acts, Act::objectId))
        .param("parks", numbers(acts, Act::park))
        .param("details", texts(acts, it -> json.writeValueAsString(it.detail())))
        .param("commitments", commitments(acts, secrets))
        .param("places", numbers(secrets, Secret::place))
        .param("fields", texts(secrets, Secret::field))
        .param("salts", texts(secrets, Secret::salt))
        .param("values", texts(secrets, Secret::value))
        .update();
  }

  /// Erases every personal value recorded with acts on this object. What was done stays, and the
  /// chain with it: it holds only commitments, and without their salts these say nothing.
  @Transactional(propagation = Propagation.MANDATORY)
  public void erasePersonal(Actor actor, String objectKind, Object objectId) {
    var erased =
        db.sql(
                """
                delete from audit_secret
                where entry_id in (select id from audit_entry where object_kind = :kind and object_id = :id)
                """)
            .param("kind", objectKind)
            .param("id", objectId.toString())
            .update();
    if (erased > 0) record(Act.of(actor, "personal-values-erased", objectKind, objectId));
  }

  /// One personal value with the salt of its commitment; `place` counts the acts from 1.
  private record Secret(long place, String field, String salt, String value) {
    static List<Secret> of(List<Act> acts) {
      var secrets = new ArrayList<Secret>();
      for (var place = 1; place <= acts.size(); place++) {
        for (var personal : acts.get(place - 1).personal().entrySet()) {
          var salt = Cryptography.randomSecret();
          secrets.add(new Secret(place, personal.getKey(), salt, personal.getValue()));
        }
      }
      return secrets;
    }

    String commitment() {
      return Cryptography.commitment(Cryptography.DIGEST, salt, field, value);
    }
  }

  private @Nullable String[] commitments(List<Act> acts, List<Secret> secrets) {
    var texts = new @Nullable String[acts.size()];
    var byPlace = new TreeMap<Long, TreeMap<String, String>>();
    for (var secret : secrets) {
      byPlace
          .computeIfAbsent(secret.place(), _ -> new TreeMap<>())
          .put(secret.field(), secret.commitment());
    }
    byPlace.forEach(
        (place, fields) -> texts[place.intValue() - 1] = json.writeValueAsString(fields));
    return texts;
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }

  private static <T> @Nullable Long[] numbers(List<T> rows, Function<T, @Nullable Long> of) {
    return rows.stream().map(of).toArray(Long[]::new);
  }

  private static String kind(Actor actor) {
    return switch (actor) {
      case Actor.Visitor _ -> "visitor";
      case Actor.Person _ -> "person";
      case Actor.Client _ -> "client";
      case Actor.Job _ -> "system";
    };
  }

  private static @Nullable Long id(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> person.id();
      case Actor.Client client -> client.id();
      case Actor.Visitor _, Actor.Job _ -> null;
    };
  }

  private static @Nullable String authority(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> person.acting() == null ? null : person.acting().role().code();
      case Actor.Job job -> job.name();
      case Actor.Visitor _, Actor.Client _ -> null;
    };
  }
}
