package jianglian.cooperation.checking;

import java.time.Clock;
import jianglian.audit.Actor;
import jianglian.cooperation.AllianceChecks;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Origin;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A check finds a listing in order, or sends it back with a reason.
@Component
class Checking {
  private static final int REASON_MAX = 500;

  private final Listings listings;
  private final ListingBook book;
  private final Organisations organisations;
  private final AllianceChecks checks;
  private final Clock clock;

  Checking(
      Listings listings,
      ListingBook book,
      Organisations organisations,
      AllianceChecks checks,
      Clock clock) {
    this.listings = listings;
    this.book = book;
    this.organisations = organisations;
    this.checks = checks;
    this.clock = clock;
  }

  @Transactional
  Listing pass(long id, Actor.Person person) {
    var listing = toCheck(id, person);
    var firm = listing.organisation();
    if (firm != null && !organisations.byId(firm).map(Organisation::admitted).orElse(false)) {
      throw new OrganisationNotAdmitted();
    }
    var asked = checks.askFor(listing.content().type());
    var passed = listing.checked(origin(listing, person), asked, clock.instant());
    return book.enter(listing, passed, person, "checked");
  }

  @Transactional
  Listing sendBack(long id, String reason, Actor.Person person) {
    var listing = toCheck(id, person);
    if (reason.isBlank()) throw new InvalidInput("/reason", "listing.fault.required");
    if (reason.length() > REASON_MAX) {
      throw new InvalidInput("/reason", "listing.fault.too-long", REASON_MAX, reason.length());
    }
    var back = listing.sentBack(reason.strip(), clock.instant());
    return book.enter(listing, back, person, "sent-back");
  }

  /// Only who checks it may decide; for everyone else there is no such matter.
  private Listing toCheck(long id, Actor.Person person) {
    var listing = listings.locked(id).orElseThrow(NotFound::new);
    var origin = origin(listing, person);
    if (origin == Origin.FIRM) throw new NotFound();
    if (listing.state() == ListingState.ALLIANCE_CHECK && origin != Origin.ALLIANCE) {
      throw new Forbidden();
    }
    return listing;
  }

  private static Origin origin(Listing listing, Actor.Person person) {
    return Origin.of(person, listing.park());
  }
}
