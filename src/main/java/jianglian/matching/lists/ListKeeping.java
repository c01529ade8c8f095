package jianglian.matching.lists;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Listings;
import jianglian.matching.MatchesFound;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.matching.lists.MatchQueue.Due;
import jianglian.matching.lists.MatchRows.Row;
import jianglian.search.SearchEngine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes one listing's list and puts the listing into the lists of those it fits. Reading and
/// ranking happen before the transaction; doing it twice ends the same.
@Component
class ListKeeping {
  /// States in which a listing has a list of its own: also before it is public, as a preview.
  private static final Set<ListingState> LISTED =
      Set.of(
          ListingState.PARK_CHECK,
          ListingState.ALLIANCE_CHECK,
          ListingState.RETURNED,
          ListingState.OPEN,
          ListingState.PAUSED);

  /// A new counterpart that far up is worth telling.
  private static final int TELLING = 5;

  private static final Duration INDEXING = Duration.ofMillis(700);
  private static final Duration NEXT_LOOK = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final Listings listings;
  private final Seekers seekers;
  private final Matcher matcher;
  private final SearchEngine engine;
  private final MatchRows rows;
  private final MatchQueue queue;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ListKeeping(
      Listings listings,
      Seekers seekers,
      Matcher matcher,
      SearchEngine engine,
      MatchRows rows,
      MatchQueue queue,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.listings = listings;
    this.seekers = seekers;
    this.matcher = matcher;
    this.engine = engine;
    this.rows = rows;
    this.queue = queue;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  void keep(Due due) {
    // Whoever was posted before this moment must be found now; whoever comes later finds this one.
    var indexed = engine.await(INDEXING);
    var listing = listings.byId(due.listing()).orElseThrow();
    if (!LISTED.contains(listing.state())) {
      write(due, _ -> close(listing));
      return;
    }
    var seeker =
        due.urgent() ? ready(listing) : seekers.stored(code(listing), listing.id()).orElseThrow();
    if (seeker.vectors().isEmpty() && youngerThan(due, LONGEST_WAIT)) {
      queue.later(due, NEXT_LOOK);
      return;
    }
    var found = matcher.find(seeker, Pairing.of(listing), List.of(), Matcher.CANDIDATES);
    write(
        due,
        it -> {
          own(it, listing, found);
          if (listing.open() && it.spread()) spread(it, listing, found);
          if (!listing.open()) leave(listing);
          if (!indexed && it.spread()) queue.add(List.of(listing.id()), false, true);
        });
  }

  private Seeker ready(Listing listing) {
    return seekers.ready(code(listing), listing.id()).orElseThrow();
  }

  private void write(Due due, Consumer<Due> change) {
    transaction.executeWithoutResult(_ -> {
      rows.lock();
      queue.done(due);
      change.accept(due);
    });
  }

  private void own(Due due, Listing listing, List<Found> found) {
    var refused = rows.refused(listing.side(), listing.id());
    var best =
        found.stream()
            .filter(it -> !refused.contains(it.id()))
            .limit(MatchRows.LIST)
            .map(it -> new Row(it.id(), it.score(), it.reasons()))
            .toList();
    var fresh = rows.replace(listing.side(), listing.id(), best, model(listing));
    if (due.urgent() && due.spread() && fresh > 0) {
      events.publishEvent(new MatchesFound(listing.id(), listing.side(), fresh));
    }
  }

  private void spread(Due due, Listing listing, List<Found> found) {
    var theirs = found.stream().map(it -> turned(it, Pairing.of(listing))).toList();
    var told = rows.spread(listing.side(), listing.id(), theirs, model(listing), TELLING);
    if (!due.urgent()) return;
    var other = listing.side().other();
    told.forEach(it -> events.publishEvent(new MatchesFound(it, other, 1)));
  }

  /// As the counterpart sees it.
  private Row turned(Found found, Pairing pairing) {
    var turned = matcher.scored(found.pair().turned(), pairing);
    return new Row(found.id(), turned.score(), turned.reasons());
  }

  private String model(Listing listing) {
    return matcher.model(Pairing.of(listing)).name();
  }

  /// Not public any more: the others' lists are filled up from behind.
  private void leave(Listing listing) {
    var left = rows.remove(listing.side(), listing.id());
    if (!left.isEmpty()) queue.add(left, false, false);
  }

  private void close(Listing listing) {
    rows.clear(listing.side(), listing.id());
    leave(listing);
  }

  private boolean youngerThan(Due due, Duration age) {
    return due.since().plus(age).isAfter(clock.instant());
  }

  private static String code(Listing listing) {
    return listing.side().code();
  }
}
