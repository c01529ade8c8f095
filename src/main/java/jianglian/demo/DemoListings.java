package jianglian.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Maturity;
import jianglian.cooperation.Origin;
import jianglian.cooperation.Side;
import org.springframework.stereotype.Component;

/// The demo's needs and offers, entered on the days they tell. The newest still wait for their
/// park's check, so that its officers find something to do.
@Component
class DemoListings {
  private static final int CHECKED_AFTER_DAYS = 6;

  private final ListingBook book;
  private final Clock clock;

  DemoListings(ListingBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /// Adds them; the answer maps their keys to ids.
  Ids add(
      List<DemoListing> listings,
      List<DemoOrganisation> organisations,
      Ids parks,
      Ids organisationIds,
      Actor actor) {
    var firms =
        organisations.stream()
            .collect(Collectors.toMap(DemoOrganisation::key, Function.identity()));
    Map<String, Long> ids = new HashMap<>();
    for (var it : listings) {
      var firm = firms.get(it.organisation());
      if (firm == null) throw new IllegalStateException(it.key() + " names an unknown firm");
      var opened =
          book.open(listing(it, parks.of(firm.park()), organisationIds.of(firm.key())), actor);
      if (opened != null) ids.put(it.key(), opened.id());
    }
    return new Ids(ids);
  }

  private Listing listing(DemoListing it, long park, long organisation) {
    var posted = clock.instant().minus(Duration.ofDays(it.postedDaysAgo()));
    var expires = LocalDate.now(clock).plusDays(it.validDays() - it.postedDaysAgo());
    var origin = it.postedDaysAgo() < CHECKED_AFTER_DAYS ? Origin.FIRM : Origin.PARK;
    return Listing.draft(
            Side.of(it.side()), park, organisation, it.key(), content(it), expires, null, posted)
        .submit(origin, false, posted);
  }

  private static ListingContent content(DemoListing it) {
    return new ListingContent(
        it.title(),
        it.text().strip(),
        ListingType.of(it.type()),
        it.industries(),
        it.regions(),
        it.keywords(),
        new Amount(it.amountMin(), it.amountMax(), Amount.YUAN),
        it.maturity() == null ? null : Maturity.of(it.maturity()),
        it.financing(),
        null,
        "zh");
  }
}
