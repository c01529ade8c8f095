package jianglian.cases.introductions;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseHandedOver;
import jianglian.web.Forbidden;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One side's case goes to its substitute, and the officer stands by.
@Component
public class CaseHandover {
  private final Cases cases;
  private final Timeline timeline;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseHandover(Cases cases, Timeline timeline, AuditTrail audit, ApplicationEventPublisher events) {
    this.cases = cases;
    this.timeline = timeline;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  public void handOver(String number, int position, Actor actor, Instant now) {
    var matter = cases.locked(number, actor);
    if (!matter.standing(actor).officerOf().contains(position)) throw new Forbidden();
    var handed = matter.handOver(position);
    cases.save(handed);
    var side = handed.side(position);
    var event =
        timeline.add(matter.id(), TimelineEntry.handover(position, side.officer()), actor, now);
    audit.record(
        Act.of(actor, "case-handed-over", "case", number)
            .in(side.park())
            .with(Map.of("side", position)));
    events.publishEvent(
        new CaseHandedOver(
            event, number, matter.title(), side.park(), side.officer(), Doer.of(actor).person()));
  }
}
