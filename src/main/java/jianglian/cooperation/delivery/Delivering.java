package jianglian.cooperation.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jianglian.audit.Actor;
import jianglian.cooperation.AllianceChecks;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Origin;
import jianglian.cooperation.Side;
import jianglian.cooperation.delivery.Delivery.Outcome;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// A park brings a need or an offer under an id of its own; the same delivery again changes
/// nothing.
@Component
class Delivering {
  private static final Pattern EXTERNAL_ID = Pattern.compile("[^\\p{Cntrl}]{1,120}");
  private static final int LONGEST_YEARS = 10;

  private final Listings listings;
  private final ListingBook book;
  private final FirmsOfPark firms;
  private final AllianceChecks checks;
  private final Clock clock;

  Delivering(
      Listings listings, ListingBook book, FirmsOfPark firms, AllianceChecks checks, Clock clock) {
    this.listings = listings;
    this.book = book;
    this.firms = firms;
    this.checks = checks;
    this.clock = clock;
  }

  @Transactional
  Delivery deliver(Side side, String externalId, ObjectNode body, Actor.Client park) {
    return deliver(new Sender(park.park(), park, true), side, externalId, body);
  }

  /// Before the first of many rows.
  void begin(long park) {
    listings.takeTurns(park);
  }

  /// One of many rows, in the transaction that is open; the whole delivery is announced by others.
  Delivery row(Side side, String externalId, ObjectNode body, long park, Actor actor) {
    return deliver(new Sender(park, actor, false), side, externalId, body);
  }

  private record Sender(long park, Actor actor, boolean announced) {
    Origin origin() {
      return Origin.of(actor, park);
    }
  }

  private Delivery deliver(Sender sender, Side side, String externalId, ObjectNode body) {
    if (!EXTERNAL_ID.matcher(externalId).matches()) {
      throw new InvalidInput("/externalId", "listing.fault.external-id");
    }
    var before = listings.delivered(sender.park(), side, externalId);
    if (before.isEmpty()) {
      var created = create(sender, side, externalId, body.deepCopy());
      if (created != null) return new Delivery(created, Outcome.CREATED);
      before = listings.delivered(sender.park(), side, externalId);
    }
    return change(sender, before.orElseThrow(), body);
  }

  @Transactional
  Listing withdraw(Side side, String externalId, Actor.Client park) {
    var listing = listings.delivered(park.park(), side, externalId).orElseThrow(NotFound::new);
    if (listing.state() == ListingState.WITHDRAWN) return listing;
    return book.enter(listing, listing.withdraw(clock.instant()), park, "withdrawn");
  }

  /// Null where the same id arrived at the same moment by another call.
  private @Nullable Listing create(Sender sender, Side side, String externalId, ObjectNode body) {
    var reading = DeliveryReading.of(side, body, null);
    var organisation = firms.named(reading, sender.park(), null);
    var until = until(reading, LocalDate.now(clock).plus(Listing.LIFE), null);
    var content = reading.content();
    var now = clock.instant();
    var draft =
        Listing.draft(side, sender.park(), organisation, externalId, content, until, null, now);
    var posted = draft.submit(sender.origin(), checks.askFor(content.type()), now);
    return book.open(posted, sender.actor(), sender.announced());
  }

  private Delivery change(Sender sender, Listing before, ObjectNode body) {
    var reading = DeliveryReading.of(before.side(), body, before.content());
    var organisation = firms.named(reading, sender.park(), before.organisation());
    var until = until(reading, before.expiresOn(), before.expiresOn());
    var content = reading.content();
    if (before.says(content, organisation, until)) return new Delivery(before, Outcome.UNCHANGED);
    var asked = checks.askFor(content.type());
    var after =
        before.changed(content, until, sender.origin(), asked, clock.instant()).of(organisation);
    var saved = book.enter(before, after, sender.actor(), "changed", sender.announced());
    return new Delivery(saved, Outcome.UPDATED);
  }

  /// A date that has passed is refused, unless it is the one the listing already had.
  private LocalDate until(
      DeliveryReading reading, LocalDate otherwise, @Nullable LocalDate before) {
    var today = LocalDate.now(clock);
    var until = reading.validUntil(otherwise);
    if (until.equals(before)) return until;
    if (until.isBefore(today)) reading.fault("validUntil", "listing.fault.past");
    if (until.isAfter(today.plusYears(LONGEST_YEARS))) {
      reading.fault("validUntil", "listing.fault.too-far", LONGEST_YEARS);
    }
    return until;
  }
}
