package jianglian.matching.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Listings;
import jianglian.matching.MatchesFound;
import jianglian.matching.fairness.FairLists;
import jianglian.matching.fairness.FairLists.Placed;
import jianglian.matching.fairness.Fairness;
import jianglian.matching.fairness.Sketch;
import jianglian.matching.fairness.Standing;
import jianglian.matching.fairness.Standings;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.matching.lists.MatchQueue.Due;
import jianglian.matching.lists.MatchRows.Row;
import jianglian.matching.model.FeatureValues;
import jianglian.search.SearchEngine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes one listing's list and puts the listing into the lists of those it fits. Reading and
/// ranking happen before the transaction; doing it twice ends the same.
@Component
class ListKeeping {
  /// States in which a listing has a list of its own: also before it is public, as a preview.
  static final Set<ListingState> LISTED =
      Set.of(
          ListingState.PARK_CHECK,
          ListingState.ALLIANCE_CHECK,
          ListingState.RETURNED,
          ListingState.OPEN,
          ListingState.PAUSED);

  private static final Duration INDEXING = Duration.ofMillis(700);
  private static final Duration NEXT_LOOK = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final Listings listings;
  private final Seekers seekers;
  private final Matcher matcher;
  private final SearchEngine engine;
  private final FairLists lists;
  private final MatchRows rows;
  private final Spreading spreading;
  private final Standings standings;
  private final Fairness fairness;
  private final MatchQueue queue;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ListKeeping(
      Listings listings,
      Seekers seekers,
      Matcher matcher,
      SearchEngine engine,
      FairLists lists,
      MatchRows rows,
      Spreading spreading,
      Standings standings,
      Fairness fairness,
      MatchQueue queue,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.listings = listings;
    this.seekers = seekers;
    this.matcher = matcher;
    this.engine = engine;
    this.lists = lists;
    this.rows = rows;
    this.spreading = spreading;
    this.standings = standings;
    this.fairness = fairness;
    this.queue = queue;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  void keep(Due due) {
    // Whoever was posted before this moment must be found now; whoever comes later finds this one.
    var begun = clock.instant();
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
    var pairing = Pairing.of(listing);
    var model = matcher.model(pairing).name();
    var refused = rows.refused(listing.side(), listing.id());
    var listed = lists.of(seeker, pairing, refused, MatchRows.LIST);
    var sketch = Sketch.of(listing.title(), listing.content().text());
    write(
        due,
        it -> {
          standings.says(listing.id(), sketch);
          own(it, listing, listed.list(), model, begun);
          if (listing.open() && it.spread()) {
            spreading.spread(listing, pairing, listed.found(), model, begun, it.urgent());
          }
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

  private void own(Due due, Listing listing, List<Placed> list, String model, Instant begun) {
    // Someone may have said no, or cases may have opened, while this was computed.
    var refused = rows.refused(listing.side(), listing.id());
    var standing = standings.of(list.stream().map(it -> it.found().id()).toList());
    var best =
        list.stream()
            .filter(it -> !refused.contains(it.found().id()))
            .map(it -> row(it, standing))
            .toList();
    var fresh = rows.replace(listing.side(), listing.id(), best, model, begun);
    if (rows.size(listing.side(), listing.id()) > best.size()) {
      queue.add(List.of(listing.id()), false, false);
    }
    standings.shown(fresh, 1);
    if (due.urgent() && due.spread() && !fresh.isEmpty()) {
      events.publishEvent(new MatchesFound(listing.id(), listing.side(), fresh.size()));
    }
  }

  private Row row(Placed it, Map<Long, Standing> standing) {
    var found = it.found();
    var its = standing.get(found.id());
    var rank = its == null ? it.rank() : fairness.rank(found.score(), its);
    var features = FeatureValues.of(found.pair());
    return new Row(found.id(), found.score(), rank, found.reasons(), features);
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
