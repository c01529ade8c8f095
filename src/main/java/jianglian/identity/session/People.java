package jianglian.identity.session;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.Reader.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class People {
  private static final TypeReference<List<Grant>> GRANTS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  People(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  record Grant(long id, String role, String scopeKind, @Nullable Long scopeId, String name) {
    Authority authority() {
      var kind = Scope.Kind.of(scopeKind);
      var scope = new Scope(kind, scopeId == null ? 0 : scopeId);
      return new Authority(id, Role.of(role), scope, name);
    }
  }

  /// The person as an actor with the grants of this moment; null when the account is closed or its
  /// sessions were ended.
  CurrentActor.@Nullable Reading reading(long person, int epoch, @Nullable Long acting) {
    return db.sql(
            """
            select p.name, a.large_type,
              (select count(*) from notification n where n.person_id = p.id and n.read_at is null) as unread,
              (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'scopeKind', g.scope_kind,
                   'scopeId', g.scope_id, 'name', coalesce(k.short_name, o.name, '')) order by g.id), '[]')
               from authority g
               left join park k on g.scope_kind = 'park' and k.id = g.scope_id
               left join organisation o on g.scope_kind = 'organisation' and o.id = g.scope_id
               where g.person_id = p.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
              ) as grants
            from account a join person p on p.id = a.person_id
            where a.person_id = :person and a.state = 'active' and a.session_epoch = :epoch
            """)
        .param("person", person)
        .param("epoch", epoch)
        .query((row, _) -> {
          var authorities =
              json.readValue(row.getString("grants"), GRANTS).stream()
                  .map(Grant::authority)
                  .toList();
          return new CurrentActor.Reading(
              new Actor.Person(
                  person, row.getString("name"), authorities, acting(authorities, acting)),
              new Frame(row.getInt("unread"), row.getBoolean("large_type")));
        })
        .optional()
        .orElse(null);
  }

  private static @Nullable Authority acting(List<Authority> held, @Nullable Long chosen) {
    return held.stream()
        .filter(it -> chosen != null && it.id() == chosen)
        .findFirst()
        .orElse(held.isEmpty() ? null : held.getFirst());
  }
}
