package jianglian.parks.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.parks.Organisation;
import jianglian.parks.OrganisationAdmitted;
import jianglian.parks.OrganisationApplied;
import jianglian.parks.OrganisationRefused;
import jianglian.parks.OrganisationState;
import jianglian.parks.Organisations;
import jianglian.search.SearchChanges;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A park's officer admits or refuses; who was refused may ask again.
@Component
class AdmissionDecision {
  private static final int LONGEST = 500;

  private final JdbcClient db;
  private final Organisations organisations;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AdmissionDecision(
      JdbcClient db,
      Organisations organisations,
      AuditTrail audit,
      SearchChanges search,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.organisations = organisations;
    this.audit = audit;
    this.search = search;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  void admit(long id, Actor actor) {
    var it = ofOwnPark(id, actor);
    move(it, OrganisationState.PENDING, OrganisationState.ADMITTED, null, actor);
    audit.record(act("organisation-admitted", it, actor));
    events.publishEvent(new OrganisationAdmitted(it.id(), it.park(), it.name()));
  }

  @Transactional
  void refuse(long id, String typed, Actor actor) {
    var reason = typed.strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new InvalidInput("/reason", "admission.reason-missing", LONGEST);
    }
    var it = ofOwnPark(id, actor);
    move(it, OrganisationState.PENDING, OrganisationState.REFUSED, reason, actor);
    audit.record(act("organisation-refused", it, actor).with(Map.of("reason", reason)));
    events.publishEvent(new OrganisationRefused(it.id(), it.park(), it.name()));
  }

  /// Meanwhile someone else may have come with the same number.
  @Transactional
  void askAgain(long id, Actor actor) {
    var it =
        organisations
            .visible(id, actor)
            .filter(o -> actor.organisations().contains(o.id()))
            .orElseThrow(NotFound::new);
    try {
      move(it, OrganisationState.REFUSED, OrganisationState.PENDING, null, actor);
    } catch (DuplicateKeyException taken) {
      throw new InvalidInput("/uscc", "organisation.number-taken");
    }
    audit.record(act("organisation-applied", it, actor));
    events.publishEvent(new OrganisationApplied(it.id(), it.park(), it.name()));
  }

  private Organisation ofOwnPark(long id, Actor actor) {
    return organisations
        .byId(id)
        .filter(it -> actor.officeOf().contains(it.park()))
        .orElseThrow(NotFound::new);
  }

  private void move(
      Organisation it,
      OrganisationState from,
      OrganisationState to,
      @Nullable String reason,
      Actor actor) {
    var moved =
        db.sql(
                """
                update organisation set state = :to, state_reason = :reason, decided_at = :now, decided_by = :by,
                  version = version + 1
                where id = :id and state = :from
                """)
            .param("to", to.code())
            .param("reason", reason)
            .param("now", OffsetDateTime.now(clock))
            .param("by", actor instanceof Actor.Person person ? person.id() : null, Types.BIGINT)
            .param("id", it.id())
            .param("from", from.code())
            .update();
    if (moved == 0) throw new OrganisationAlreadyDecided();
    search.changed("organisation", it.id());
  }

  private static Act act(String name, Organisation it, Actor actor) {
    return Act.of(actor, name, "organisation", it.id()).in(it.park());
  }
}
