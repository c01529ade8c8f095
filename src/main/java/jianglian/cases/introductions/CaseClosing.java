package jianglian.cases.introductions;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseClosed;
import jianglian.cases.ClosingResult;
import jianglian.web.Forbidden;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Closes a case with its result. Officers do; a firm may only say no for itself.
@Component
public class CaseClosing {
  private final Cases cases;
  private final Timeline timeline;
  private final JdbcClient db;
  private final PairNews pairs;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseClosing(
      Cases cases,
      Timeline timeline,
      JdbcClient db,
      PairNews pairs,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.timeline = timeline;
    this.db = db;
    this.pairs = pairs;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  public void close(String number, Closing closing, String note, Actor actor, Instant now) {
    var matter = cases.locked(number, actor);
    var standing = matter.standing(actor);
    standing.mustTakePart();
    if (!standing.officer() && closing.result() != ClosingResult.REFUSED) throw new Forbidden();
    cases.save(matter.close(closing, now));
    settle(matter);
    pairs.closed(matter.id(), closing, now);
    var event = timeline.add(matter.id(), TimelineEntry.closed(closing, note), actor, now);
    audit.record(
        Act.of(actor, "case-closed", "case", number)
            .in(matter.side(0).park())
            .with(Map.of("result", closing.result().code())));
    events.publishEvent(
        new CaseClosed(event, number, matter.title(), closing.result(), Doer.of(actor).person()));
  }

  /// The two may express interest in each other again.
  private void settle(IntroductionCase matter) {
    if (matter.interest() == null) return;
    db.sql("update interest set state = 'settled' where id = :id and state = 'accepted'")
        .param("id", matter.interest())
        .update();
  }
}
