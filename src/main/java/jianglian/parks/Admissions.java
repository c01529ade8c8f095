package jianglian.parks;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.web.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How an organisation asks its park to be admitted.
@Component
public class Admissions {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Admissions(JdbcClient db, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// The new organisation's id. Refuses a registration that another bears.
  @Transactional(propagation = Propagation.MANDATORY)
  public long apply(Park park, Identification identification, String lang, Actor actor) {
    var registration = identification.registration();
    long id;
    try {
      id =
          db.sql(
                  """
                  insert into organisation (park_id, name, kind, uscc, foreign_country, foreign_number, lang, state, created_at)
                  values (:park, :name, :kind, :uscc, :country, :number, :lang, 'pending', :now)
                  returning id
                  """)
              .param("park", park.id())
              .param("name", identification.name())
              .param("kind", identification.kind().code())
              .param("uscc", registration.uscc())
              .param("country", registration.country())
              .param("number", registration.number())
              .param("lang", lang)
              .param("now", OffsetDateTime.now(clock))
              .query((row, _) -> row.getLong("id"))
              .single();
    } catch (DuplicateKeyException taken) {
      var field = registration instanceof Registration.Chinese ? "/uscc" : "/number";
      throw new InvalidInput(field, "organisation.number-taken");
    }
    audit.record(
        Act.of(actor, "organisation-applied", "organisation", id)
            .in(park.id())
            .with(
                Map.of(
                    "name", identification.name(),
                    "kind", identification.kind().code(),
                    "registration", registration.shown())));
    events.publishEvent(new OrganisationApplied(id, park.id(), identification.name()));
    return id;
  }
}
