package jianglian.cases.introductions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.CaseOpened;
import jianglian.cooperation.Listing;
import jianglian.liaison.OfficerPair;
import jianglian.liaison.Officers;
import jianglian.matching.OpenCasesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens the case of two listings whose sides both want to meet.
@Component
public class CaseOpening {
  private final Cases cases;
  private final CaseNumbers numbers;
  private final Timeline timeline;
  private final Officers officers;
  private final CaseLimits limits;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  CaseOpening(
      Cases cases,
      CaseNumbers numbers,
      Timeline timeline,
      Officers officers,
      CaseLimits limits,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.numbers = numbers;
    this.timeline = timeline;
    this.officers = officers;
    this.limits = limits;
    this.audit = audit;
    this.events = events;
  }

  /// Answers the number. It is taken first: its lock lets cases opened at once share the officers
  /// out one after the other.
  @Transactional(propagation = Propagation.MANDATORY)
  public String open(long interest, Listing need, Listing offer, Actor actor, Instant now) {
    var number = numbers.next(now);
    var matter = cases.add(number, need.title(), interest, need.id(), offer.id(), now);
    var parties = List.of(need, offer);
    for (var position = 0; position < parties.size(); position++) {
      cases.add(matter, side(position, parties.get(position), now));
    }
    var event = timeline.add(matter, TimelineEntry.opened(), actor, now);
    audit.record(
        Act.of(actor, "case-opened", "case", number)
            .in(need.park())
            .with(Map.of("need", need.id(), "offer", offer.id())));
    events.publishEvent(new OpenCasesChanged(need.id(), offer.id()));
    events.publishEvent(new CaseOpened(event, number, need.title(), Doer.of(actor).person()));
    return number;
  }

  private CaseSide side(int position, Listing listing, Instant now) {
    var pair = officers.of(listing.park(), now);
    return new CaseSide(
        position,
        SideRole.of(listing.side().code()),
        listing.organisation(),
        listing.park(),
        pair.map(it -> it.officer().id()).orElse(null),
        pair.map(OfficerPair::substitute).map(it -> it.id()).orElse(null),
        now,
        limits.firstAnswer(now),
        null,
        null,
        null);
  }
}
