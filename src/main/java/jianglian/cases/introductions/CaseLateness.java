package jianglian.cases.introductions;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseLate;
import jianglian.cases.CaseState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens to a side that was not taken in time: it is marked, and its substitute has it.
@Component
public class CaseLateness {
  private final Cases cases;
  private final Timeline timeline;
  private final CaseLimits limits;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseLateness(
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
  public void mark(long id, int position, Actor.Job job, Instant now) {
    var matter = cases.locked(id).orElseThrow();
    var side = matter.side(position);
    if (matter.state() != CaseState.WAITING || side.lateAt() != null || !side.lateBy(now)) return;
    cases.save(matter.late(position, now));
    var event = timeline.add(id, TimelineEntry.late(position, side.substitute()), job, now);
    audit.record(
        Act.of(job, "case-late", "case", matter.number())
            .in(side.park())
            .with(Map.of("side", position)));
    events.publishEvent(
        new CaseLate(
            event,
            matter.number(),
            matter.title(),
            side.park(),
            side.officer(),
            side.substitute()));
  }

  /// A clock that ran into a year not announced is set anew once the year is.
  @Transactional
  public void reckonAnew(long id, int position) {
    var matter = cases.locked(id).orElseThrow();
    var side = matter.side(position);
    if (side.taken() || side.due() == null || !side.due().provisional()) return;
    var due = limits.firstAnswer(matter.stateAt());
    if (!due.equals(side.due())) {
      cases.save(matter.withSide(position, it -> it.expectedUntil(due)));
    }
  }
}
