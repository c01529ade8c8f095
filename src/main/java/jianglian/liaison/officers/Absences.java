package jianglian.liaison.officers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Absences of officers, noted by themselves or by an administrator of their park.
@Repository
class Absences {
  private final JdbcClient db;
  private final AuditTrail audit;

  Absences(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  @Transactional
  void note(long officer, AbsenceForm.Days days, Actor actor, Instant now) {
    var park = parkThrough(officer, actor);
    db.sql(
            """
            insert into officer_absence (person_id, first_day, last_day, noted_by, noted_at)
            values (:officer, :first, :last, :by, :now)
            """)
        .param("officer", officer)
        .param("first", days.first())
        .param("last", days.last())
        .param("by", self(actor))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    audit.record(
        Act.of(actor, "officer-absence-noted", "person", officer)
            .in(park)
            .with(Map.of("firstDay", days.first().toString(), "lastDay", days.last().toString())));
  }

  @Transactional
  void withdraw(long officer, long absence, Actor actor) {
    var park = parkThrough(officer, actor);
    var gone =
        db.sql("delete from officer_absence where id = :id and person_id = :officer")
            .param("id", absence)
            .param("officer", officer)
            .update();
    if (gone == 0) throw new NotFound();
    audit.record(Act.of(actor, "officer-absence-withdrawn", "person", officer).in(park));
  }

  /// The park in which this officer serves and through which the actor may note it.
  private long parkThrough(long officer, Actor actor) {
    return db.sql(
            """
            select g.scope_id from authority g
            where g.person_id = :officer and g.role = 'liaison' and g.scope_kind = 'park'
              and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
              and (g.person_id = :self or g.scope_id = any(:administered))
            order by g.scope_id
            limit 1
            """)
        .param("officer", officer)
        .param("self", self(actor))
        .param("administered", actor.parks(Role.PARK_ADMINISTRATOR).toArray(Long[]::new))
        .query(Long.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  static @Nullable Long self(Actor actor) {
    return actor instanceof Actor.Person person ? person.id() : null;
  }
}
