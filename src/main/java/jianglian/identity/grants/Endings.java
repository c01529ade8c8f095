package jianglian.identity.grants;

import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An authority is ended by whoever may give it.
@Component
class Endings {
  private final JdbcClient db;
  private final Grants grants;

  Endings(JdbcClient db, Grants grants) {
    this.db = db;
    this.grants = grants;
  }

  private record Held(Role role, Scope scope) {}

  @Transactional
  void end(long id, Actor.Person by) {
    var granting = Granting.of(by);
    var _ =
        db.sql("select role, scope_kind, scope_id from authority where id = :id")
            .param("id", id)
            .query((row, _) ->
                new Held(
                    Role.of(row.getString("role")),
                    new Scope(Scope.Kind.of(row.getString("scope_kind")), row.getLong("scope_id"))))
            .optional()
            .filter(it -> granting.may(it.role(), it.scope()))
            .orElseThrow(NotFound::new);
    grants.end(id, by);
  }
}
