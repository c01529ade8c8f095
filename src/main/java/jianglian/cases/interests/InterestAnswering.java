package jianglian.cases.interests;

import java.time.Instant;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cases.InterestRefused;
import jianglian.cases.InterestWithdrawn;
import jianglian.cases.introductions.CaseOpening;
import jianglian.cases.introductions.Cases;
import jianglian.cases.introductions.Doer;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.matching.CodedReason;
import jianglian.matching.PairDealtWith;
import jianglian.matching.PairOutcome;
import jianglian.web.Forbidden;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The other side, or the officer of its park for it, accepts or declines; who asked may withdraw.
@Component
class InterestAnswering {
  private final Interests interests;
  private final Listings listings;
  private final CaseOpening opening;
  private final Cases cases;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  InterestAnswering(
      Interests interests,
      Listings listings,
      CaseOpening opening,
      Cases cases,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.interests = interests;
    this.listings = listings;
    this.opening = opening;
    this.cases = cases;
    this.audit = audit;
    this.events = events;
  }

  /// Opens the case and answers its number; accepting again answers the same.
  @Transactional
  String accept(long id, Actor actor, Instant now) {
    var interest = interests.locked(id, actor);
    if (!interest.to().is(actor)) throw new Forbidden();
    if (interest.state() == InterestState.ACCEPTED) return numberOf(interest);
    return accept(interest, listing(interest.need()), listing(interest.offer()), actor, now);
  }

  String accept(Interest interest, Listing need, Listing offer, Actor actor, Instant now) {
    var accepted = interest.accept();
    if (!need.open() || !offer.open()) throw new ListingNotOpen();
    interests.decide(accepted, null, "", actor, now);
    audit.record(
        Act.of(actor, "interest-accepted", "interest", interest.id()).in(interest.to().park()));
    dealt(interest, PairOutcome.ACCEPTED, null, now);
    return opening.open(interest.id(), need, offer, actor, now);
  }

  @Transactional
  void refuse(long id, CodedReason reason, String note, Actor actor, Instant now) {
    var interest = interests.locked(id, actor);
    if (!interest.to().is(actor)) throw new Forbidden();
    interests.decide(interest.refuse(), reason, note, actor, now);
    audit.record(
        Act.of(actor, "interest-refused", "interest", id)
            .in(interest.to().park())
            .with(Map.of("reason", reason.code())));
    dealt(interest, PairOutcome.DECLINED, reason, now);
    events.publishEvent(
        new InterestRefused(
            id,
            listing(interest.fromListing()).title(),
            listing(interest.toListing()).title(),
            interest.from().park(),
            interest.from().organisation(),
            reason.code(),
            Doer.of(actor).person()));
  }

  @Transactional
  void withdraw(long id, Actor actor, Instant now) {
    var interest = interests.locked(id, actor);
    if (!interest.from().is(actor)) throw new Forbidden();
    interests.decide(interest.withdraw(), null, "", actor, now);
    audit.record(Act.of(actor, "interest-withdrawn", "interest", id).in(interest.from().park()));
    dealt(interest, PairOutcome.WITHDRAWN, null, now);
    events.publishEvent(
        new InterestWithdrawn(
            id,
            listing(interest.fromListing()).title(),
            listing(interest.toListing()).title(),
            interest.to().park(),
            interest.to().organisation(),
            Doer.of(actor).person()));
  }

  private void dealt(
      Interest interest, PairOutcome outcome, @Nullable CodedReason reason, Instant now) {
    events.publishEvent(
        new PairDealtWith(
            interest.need(), interest.offer(), interest.fromSide(), outcome, reason, now));
  }

  /// The number of the case an accepted interest became.
  String numberOf(Interest accepted) {
    return cases.ofInterest(accepted.id()).orElseThrow(NotFound::new).number();
  }

  private Listing listing(long id) {
    return listings.byId(id).orElseThrow(NotFound::new);
  }
}
