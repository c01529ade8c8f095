package jianglian.identity.grants;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.parks.Organisation;
import jianglian.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// People who signed up for an organisation that is here already. Its administrators decide; its
/// park's may too, for an organisation whose administrators have gone.
@Repository
public class JoinRequests {
  private final JdbcClient db;
  private final Grants grants;
  private final AuditTrail audit;
  private final Clock clock;

  JoinRequests(JdbcClient db, Grants grants, AuditTrail audit, Clock clock) {
    this.db = db;
    this.grants = grants;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void ask(Organisation organisation, Actor.Person person) {
    db.sql(
            """
            insert into join_request (organisation_id, person_id, requested_at) values (:organisation, :person, :now)
            on conflict do nothing
            """)
        .param("organisation", organisation.id())
        .param("person", person.id())
        .param("now", OffsetDateTime.now(clock))
        .update();
    audit.record(
        Act.of(person, "joining-asked", "organisation", organisation.id()).in(organisation.park()));
  }

  private record Request(long person, long organisation, long park, boolean led) {}

  /// Whoever is let in becomes a member, or its administrator when it has none.
  @Transactional
  void decide(long id, boolean accepted, Actor.Person by) {
    var granting = Granting.of(by);
    var request =
        open(id).stream()
            .filter(it ->
                granting.organisations().contains(it.organisation())
                    || granting.parks().contains(it.park()))
            .findFirst()
            .orElseThrow(NotFound::new);
    db.sql(
            "update join_request set decided_at = :now, decided_by = :by, accepted = :accepted where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("by", by.id())
        .param("accepted", accepted)
        .param("id", id)
        .update();
    audit.record(
        Act.of(
                by,
                accepted ? "joining-accepted" : "joining-refused",
                "organisation",
                request.organisation())
            .in(request.park())
            .with(Map.of("person", request.person())));
    if (accepted) {
      var role = request.led() ? Role.ORGANISATION_MEMBER : Role.ORGANISATION_ADMINISTRATOR;
      grants.give(request.person(), role, Scope.organisation(request.organisation()), null, by);
    }
  }

  private List<Request> open(long id) {
    return db.sql(
            """
            select j.person_id, j.organisation_id, o.park_id, exists (select from authority g
                where g.scope_kind = 'organisation' and g.scope_id = o.id and g.role = 'organisation-administrator'
                  and (g.valid_until is null or g.valid_until > now())) as led
            from join_request j join organisation o on o.id = j.organisation_id
            where j.id = :id and j.decided_at is null for update of j
            """)
        .param("id", id)
        .query((row, _) ->
            new Request(
                row.getLong("person_id"),
                row.getLong("organisation_id"),
                row.getLong("park_id"),
                row.getBoolean("led")))
        .list();
  }
}
