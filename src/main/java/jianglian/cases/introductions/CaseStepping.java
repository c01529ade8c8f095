package jianglian.cases.introductions;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseState;
import jianglian.cases.CaseStepTaken;
import jianglian.cases.documents.Documents;
import jianglian.cases.documents.Upload;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records how far a case has come.
@Component
public class CaseStepping {
  private final Cases cases;
  private final Timeline timeline;
  private final Documents documents;
  private final CaseLimits limits;
  private final PairNews pairs;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseStepping(
      Cases cases,
      Timeline timeline,
      Documents documents,
      CaseLimits limits,
      PairNews pairs,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.timeline = timeline;
    this.documents = documents;
    this.limits = limits;
    this.pairs = pairs;
    this.audit = audit;
    this.events = events;
  }

  /// `paper`: the signed letter or the minutes that go with the step.
  @Transactional
  public void step(String number, Step step, @Nullable Upload paper, Actor actor, Instant now) {
    var matter = cases.locked(number, actor);
    var standing = matter.standing(actor);
    standing.mustTakePart();
    if (step.to().recordedByOfficers() && !standing.officer()) throw new Forbidden();
    check(step, matter);
    var stepped = matter.step(step.to(), turn(step, now), now);
    cases.save(stepped);
    pairs.stepped(matter.id(), step, now);
    var event = timeline.add(matter.id(), TimelineEntry.step(step), actor, now);
    if (paper != null) {
      documents.add(matter.id(), event, paper, Visibility.PARTIES.code(), Doer.of(actor).person());
    }
    audit.record(
        Act.of(actor, "case-step-taken", "case", number)
            .in(matter.side(0).park())
            .with(Map.of("from", matter.state().code(), "to", step.to().code())));
    events.publishEvent(
        new CaseStepTaken(event, number, matter.title(), step.to(), Doer.of(actor).person()));
  }

  private static void check(Step step, IntroductionCase matter) {
    if (step.to() == CaseState.NOT_REACHED && step.reason() == null) {
      throw new InvalidInput("/reason", "case.fault.reason-needed");
    }
    if (step.next().stream().anyMatch(it -> it < 0 || it >= matter.sides().size())) {
      throw new InvalidInput("/next", "case.fault.no-such-side");
    }
  }

  private Turn turn(Step step, Instant now) {
    var due = step.until() == null ? limits.nextAct(now) : limits.endOf(step.until());
    return new Turn(step.next().isEmpty() ? Turn.LEAD : step.next(), due);
  }
}
