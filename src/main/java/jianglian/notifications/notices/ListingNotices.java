package jianglian.notifications.notices;

import static jianglian.notifications.inbox.NoticeKind.LISTING;
import static jianglian.notifications.inbox.NoticeKind.MATCH;

import jianglian.cooperation.ListingOpened;
import jianglian.cooperation.ListingPosted;
import jianglian.cooperation.ListingReturned;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.MatchesFound;
import jianglian.notifications.inbox.Notice;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Who hears of needs and offers: their own people, and the park's office when a firm's waits for
/// its check.
@Component
class ListingNotices {
  private final Telling telling;
  private final Audience audience;
  private final Listings listings;

  ListingNotices(Telling telling, Audience audience, Listings listings) {
    this.telling = telling;
    this.audience = audience;
    this.listings = listings;
  }

  @ApplicationModuleListener
  void on(ListingPosted it) {
    var waits =
        listings
            .byId(it.listing())
            .filter(now -> now.state() == ListingState.PARK_CHECK)
            .isPresent();
    if (!waits) return;
    telling.tell(
        Notice.of(
            "listing-posted:" + it.listing(),
            LISTING,
            "notice.listing-posted",
            "/review/listings",
            it.title()),
        audience.officers(it.park()));
  }

  @ApplicationModuleListener
  void on(ListingOpened it) {
    if (it.organisation() == null) return;
    telling.tell(
        notice("listing-opened", it.listing(), it.side(), it.title()),
        audience.members(it.organisation()));
  }

  @ApplicationModuleListener
  void on(ListingReturned it) {
    telling.tell(
        notice("listing-returned", it.listing(), it.side(), it.title()),
        audience.side(it.organisation(), it.park()));
  }

  /// A park's own listings may be thousands; their matches are on its pages, not in its inbox.
  @ApplicationModuleListener
  void on(MatchesFound it) {
    var listing = listings.byId(it.listing()).orElse(null);
    if (listing == null || listing.organisation() == null) return;
    telling.tell(
        Notice.of(
            "matches:" + it.listing() + telling.today(),
            MATCH,
            "notice.matches",
            listing.address(),
            listing.title()),
        audience.members(listing.organisation()));
  }

  private Notice notice(String what, long listing, Side side, String title) {
    return Notice.of(
        what + ":" + listing + telling.today(),
        LISTING,
        "notice." + what,
        side.path() + "/" + listing,
        title);
  }
}
