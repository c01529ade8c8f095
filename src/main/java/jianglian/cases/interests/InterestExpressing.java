package jianglian.cases.interests;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.InterestExpressed;
import jianglian.cases.introductions.Doer;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.PairDealtWith;
import jianglian.matching.PairOutcome;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One side asks to meet the other. When the other had asked before, both agree and the case opens.
@Component
class InterestExpressing {
  private final Listings listings;
  private final Interests interests;
  private final InterestAnswering answering;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  InterestExpressing(
      Listings listings,
      Interests interests,
      InterestAnswering answering,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.listings = listings;
    this.interests = interests;
    this.answering = answering;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  Asked express(Asking asking, Actor actor, Instant now) {
    var from = listings.visible(asking.from(), actor).orElseThrow(NotFound::new);
    var to = listings.visible(asking.to(), actor).orElseThrow(NotFound::new);
    if (!from.ownedBy(actor)) throw new Forbidden();
    check(from, to);
    var added = interests.add(from, to, asking.message(), actor, now);
    return added == null ? met(from, to, actor, now) : asked(added, from, to, actor, now);
  }

  private static void check(Listing from, Listing to) {
    if (from.side() == to.side()) throw new InvalidInput("/to", "interest.fault.same-side");
    var same =
        from.organisation() != null
            ? from.organisation().equals(to.organisation())
            : to.organisation() == null && from.park() == to.park();
    if (same) throw new InvalidInput("/to", "interest.fault.own");
    if (!from.open() || !to.open()) throw new ListingNotOpen();
  }

  private Asked asked(long id, Listing from, Listing to, Actor actor, Instant now) {
    audit.record(
        Act.of(actor, "interest-expressed", "interest", id)
            .in(from.park())
            .with(Map.of("from", from.id(), "to", to.id())));
    events.publishEvent(
        new InterestExpressed(
            id,
            from.id(),
            to.id(),
            from.title(),
            to.title(),
            to.park(),
            to.organisation(),
            Doer.of(actor).person()));
    var need = from.side() == Side.NEED ? from : to;
    var offer = from.side() == Side.NEED ? to : from;
    events.publishEvent(
        new PairDealtWith(need.id(), offer.id(), from.side(), PairOutcome.EXPRESSED, null, now));
    return new Asked(id, null);
  }

  /// The pair has an open interest: the other side's is hereby accepted, one's own stands already.
  private Asked met(Listing from, Listing to, Actor actor, Instant now) {
    var need = from.side() == Side.NEED ? from : to;
    var offer = from.side() == Side.NEED ? to : from;
    var open = interests.open(need.id(), offer.id()).orElseThrow(InterestDecided::new);
    if (open.state() == InterestState.ACCEPTED) {
      throw new CaseAlreadyOpen(answering.numberOf(open));
    }
    if (open.fromSide() == from.side()) throw new InterestAlreadyExpressed();
    return new Asked(open.id(), answering.accept(open, need, offer, actor, now));
  }
}
