package jianglian.cases.introductions;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseState;
import jianglian.cases.CaseTaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An officer takes a case for the side of their park, which stops that side's clock.
@Component
public class CaseTaking {
  private final Cases cases;
  private final Timeline timeline;
  private final CaseLimits limits;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseTaking(
      Cases cases,
      Timeline timeline,
      CaseLimits limits,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.timeline = timeline;
    this.limits = limits;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  public void take(String number, Actor actor, Instant now) {
    var matter = cases.locked(number, actor);
    var standing = matter.standing(actor);
    standing.mustBeOfficer();
    var open = standing.officerOf().stream().filter(it -> !matter.side(it).taken()).toList();
    if (open.isEmpty()) throw new SideAlreadyTaken();
    var taken = matter;
    for (var position : open) taken = take(taken, position, actor, now);
    cases.save(taken);
  }

  private IntroductionCase take(IntroductionCase matter, int position, Actor actor, Instant now) {
    var officer = Doer.of(actor).person();
    var taken = matter.take(position, officer, new Turn(Turn.LEAD, limits.nextAct(now)), now);
    var complete = taken.state() == CaseState.TAKEN;
    var event = timeline.add(matter.id(), TimelineEntry.taken(position, complete), actor, now);
    audit.record(
        Act.of(actor, "case-taken", "case", matter.number())
            .in(matter.side(position).park())
            .with(Map.of("side", position)));
    events.publishEvent(
        new CaseTaken(event, matter.number(), matter.title(), position, complete, officer));
    return taken;
  }
}
