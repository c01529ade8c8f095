package jianglian.identity.grants;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives authorities and ends them. Whether the actor may do so is decided before, by [Granting].
@Repository
public class Grants {
  private final JdbcClient db;
  private final AuditTrail audit;

  Grants(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /// From this moment on, until `until` or until it is ended. One the person holds already stays as
  /// it is.
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(long person, Role role, Scope scope, @Nullable Instant until, Actor by) {
    give(person, role, scope, until, by, by instanceof Actor.Person giver ? giver.id() : null);
  }

  /// As above, given by someone who is not the one acting now: who takes up an invitation acts, who
  /// invited has given.
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(
      long person,
      Role role,
      Scope scope,
      @Nullable Instant until,
      Actor by,
      @Nullable Long giver) {
    db.sql(
            """
            insert into authority (person_id, role, scope_kind, scope_id, valid_from, valid_until, granted_by)
            select :person, :role, :kind, :scope, now(), :until, :by
            where not exists (select from authority
              where person_id = :person and role = :role and scope_kind = :kind
                and scope_id is not distinct from :scope and valid_until is null)
            returning id
            """)
        .param("person", person)
        .param("role", role.code())
        .param("kind", scope.kind().code())
        .param("scope", id(scope), java.sql.Types.BIGINT)
        .param(
            "until",
            until == null ? null : until.atOffset(ZoneOffset.UTC),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by", giver, java.sql.Types.BIGINT)
        .query(Long.class)
        .optional()
        .ifPresent(
            id -> audit.record(act(by, "authority-given", new Grant(id, person, role, scope))));
  }

  /// Ends one grant now; nothing happens when it has ended already.
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(long id, Actor by) {
    end("id = :key", id, by);
  }

  /// Ends all a person holds: they leave.
  @Transactional(propagation = Propagation.MANDATORY)
  public void endAll(long person, Actor by) {
    end("person_id = :key", person, by);
  }

  private void end(String which, long key, Actor by) {
    var administrators = lockSecretariatAdministrators();
    var ended =
        db.sql(
                "update authority set valid_until = greatest(now(), valid_from), ended_by = :by where "
                    + which
                    + " and (valid_until is null or valid_until > now())"
                    + " returning id, person_id, role, scope_kind, scope_id")
            .param("key", key)
            .param(
                "by", by instanceof Actor.Person ender ? ender.id() : null, java.sql.Types.BIGINT)
            .query((row, _) ->
                new Grant(
                    row.getLong("id"),
                    row.getLong("person_id"),
                    Role.of(row.getString("role")),
                    new Scope(Scope.Kind.of(row.getString("scope_kind")), row.getLong("scope_id"))))
            .list();
    var remaining =
        administrators.stream().filter(it -> ended.stream().noneMatch(e -> e.id() == it)).toList();
    if (remaining.isEmpty() && !administrators.isEmpty()) throw new LastSecretariatAdministrator();
    ended.forEach(it -> audit.record(act(by, "authority-ended", it)));
  }

  private record Grant(long id, long person, Role role, Scope scope) {}

  /// Grants without an end, of people who can still sign in. Two who end each other's at the same
  /// moment wait here for one another.
  private List<Long> lockSecretariatAdministrators() {
    return db.sql(
            """
            select g.id from authority g join account a on a.person_id = g.person_id and a.state = 'active'
            where g.role = 'secretariat-administrator' and g.valid_until is null and g.valid_from <= now()
            order by g.id for update of g
            """)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  private static Act act(Actor by, String name, Grant grant) {
    var scope = grant.scope();
    return Act.of(by, name, "person", grant.person())
        .in(scope.kind() == Scope.Kind.PARK ? scope.id() : null)
        .with(
            Map.of(
                "authority", grant.id(),
                "role", grant.role().code(),
                "scope", scope.kind().code(),
                "scopeId", scope.id()));
  }

  private static @Nullable Long id(Scope scope) {
    return scope.kind() == Scope.Kind.ALLIANCE ? null : scope.id();
  }
}
