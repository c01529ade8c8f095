package jianglian.cases.introductions;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseNoted;
import jianglian.cases.documents.Documents;
import jianglian.cases.documents.Upload;
import jianglian.web.Forbidden;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes and documents on a case. Only officers may keep something among officers.
@Component
public class CaseNoting {
  private final Cases cases;
  private final Timeline timeline;
  private final Documents documents;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseNoting(
      Cases cases,
      Timeline timeline,
      Documents documents,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.timeline = timeline;
    this.documents = documents;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  public void note(String number, String text, Visibility visibility, Actor actor, Instant now) {
    var matter = mine(number, visibility, actor);
    var event = timeline.add(matter.id(), TimelineEntry.note(text, visibility), actor, now);
    audit.record(Act.of(actor, "case-noted", "case", number).in(matter.side(0).park()));
    announce(matter, event, false, visibility, actor);
  }

  @Transactional
  public void add(String number, Upload upload, Visibility visibility, Actor actor, Instant now) {
    var matter = mine(number, visibility, actor);
    var event = timeline.add(matter.id(), TimelineEntry.document(visibility), actor, now);
    var document =
        documents.add(matter.id(), event, upload, visibility.code(), Doer.of(actor).person());
    audit.record(
        Act.of(actor, "case-document-added", "case", number)
            .in(matter.side(0).park())
            .with(Map.of("document", document, "digest", upload.digest())));
    announce(matter, event, true, visibility, actor);
  }

  /// Officers may take any document off; a firm only what its own person has put there.
  @Transactional
  public void remove(String number, long document, Actor actor, Instant now) {
    var matter = cases.locked(number, actor);
    var standing = matter.standing(actor);
    standing.mustTakePart();
    var uploader = standing.officer() ? null : Doer.of(actor).person();
    documents.remove(matter.id(), document, uploader, Doer.of(actor).person(), now);
    audit.record(
        Act.of(actor, "case-document-removed", "case", number)
            .in(matter.side(0).park())
            .with(Map.of("document", document)));
  }

  private IntroductionCase mine(String number, Visibility visibility, Actor actor) {
    var matter = cases.locked(number, actor);
    var standing = matter.standing(actor);
    standing.mustTakePart();
    if (visibility == Visibility.OFFICERS && !standing.officer()) throw new Forbidden();
    return matter;
  }

  private void announce(
      IntroductionCase matter, long event, boolean document, Visibility visibility, Actor actor) {
    events.publishEvent(
        new CaseNoted(
            event,
            matter.number(),
            matter.title(),
            document,
            visibility == Visibility.OFFICERS,
            Doer.of(actor).person()));
  }
}
