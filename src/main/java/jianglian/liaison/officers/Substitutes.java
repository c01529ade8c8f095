package jianglian.liaison.officers;

import java.util.HashMap;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who stands in for whom, said by an administrator of the park.
@Repository
class Substitutes {
  private final JdbcClient db;
  private final AuditTrail audit;

  Substitutes(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /// A null substitute: whoever is next in fairness stands in.
  @Transactional
  void name(long park, long officer, @Nullable Long substitute, Actor actor) {
    if (!actor.parks(Role.PARK_ADMINISTRATOR).contains(park)) throw new NotFound();
    if (!serves(officer, park)) throw new NotFound();
    if (substitute != null && (substitute == officer || !serves(substitute, park))) {
      throw new InvalidInput("/substitute", "liaison.substitute.not-an-officer");
    }
    db.sql(
            """
            insert into liaison_officer (person_id, park_id, substitute_id)
            values (:officer, :park, :substitute)
            on conflict (person_id, park_id) do update set substitute_id = excluded.substitute_id
            """)
        .param("officer", officer)
        .param("park", park)
        .param("substitute", substitute)
        .update();
    var detail = new HashMap<String, @Nullable Object>();
    detail.put("substitute", substitute);
    audit.record(
        Act.of(actor, "officer-substitute-named", "person", officer).in(park).with(detail));
  }

  private boolean serves(long person, long park) {
    return db.sql(
            """
            select exists (
              select 1 from authority
              where person_id = :person and role = 'liaison' and scope_kind = 'park' and scope_id = :park
                and valid_from <= now() and (valid_until is null or valid_until > now()))
            """)
        .param("person", person)
        .param("park", park)
        .query(Boolean.class)
        .single();
  }
}
