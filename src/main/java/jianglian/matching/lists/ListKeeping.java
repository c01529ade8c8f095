package jianglian.matching.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.MatchesFound;
import jianglian.matching.fairness.FairLists;
import jianglian.matching.fairness.FairLists.Listed;
import jianglian.matching.fairness.FairLists.Placed;
import jianglian.matching.fairness.FairLists.Wanted;
import jianglian.matching.fairness.Fairness;
import jianglian.matching.fairness.Sketch;
import jianglian.matching.fairness.Standing;
import jianglian.matching.fairness.Standings;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.matching.lists.MatchQueue.Due;
import jianglian.matching.lists.MatchRows.Entry;
import jianglian.matching.lists.MatchRows.Made;
import jianglian.matching.lists.MatchRows.Row;
import jianglian.matching.model.FeatureValues;
import jianglian.search.SearchEngine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes listings' lists and puts the listings into the lists of those they fit. Reading and
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

  /// Something due and the listing it is about.
  private record Work(Due due, Listing listing) {
    long id() {
      return listing.id();
    }
  }

  /// A list that was computed, not yet written.
  private record Ready(Work work, Pairing pairing, String model, Listed listed) {}

  /// All of these; what is read and written for many is read and written together. One that cannot
  /// be computed keeps the others from it.
  void keep(List<Due> all) {
    // Whoever was posted before this moment must be found now; whoever comes later finds this one.
    var begun = clock.instant();
    var indexed = engine.await(INDEXING);
    var known =
        listings.byIds(all.stream().map(Due::listing).toList()).stream()
            .collect(Collectors.toMap(Listing::id, Function.identity()));
    var bySide = new EnumMap<Side, List<Work>>(Side.class);
    for (var due : all) {
      var work = new Work(due, Objects.requireNonNull(known.get(due.listing())));
      if (LISTED.contains(work.listing().state())) {
        bySide.computeIfAbsent(work.listing().side(), _ -> new ArrayList<>()).add(work);
      } else {
        write(List.of(work), () -> close(work.listing()));
      }
    }
    bySide.forEach((side, works) -> keep(side, works, begun, indexed));
  }

  private void keep(Side side, List<Work> works, Instant begun, boolean indexed) {
    var ready = computed(side, works);
    write(
        ready.stream().map(Ready::work).toList(),
        () -> {
          own(side, ready, begun);
          for (var it : ready) theirs(it, begun);
          var again =
              ready.stream()
                  .map(Ready::work)
                  .filter(it -> it.due().spread())
                  .map(Work::id)
                  .toList();
          if (!indexed && !again.isEmpty()) queue.add(again, false, true);
        });
  }

  private List<Ready> computed(Side side, List<Work> works) {
    var seeking = seeking(side, works);
    var able = new ArrayList<Work>();
    for (var it : works) {
      if (seeker(seeking, it).vectors().isEmpty() && youngerThan(it.due(), LONGEST_WAIT)) {
        queue.later(it.due(), NEXT_LOOK);
      } else {
        able.add(it);
      }
    }
    var refused = rows.refused(side, able.stream().map(Work::id).toList());
    var wanted = new ArrayList<Wanted>();
    for (var it : able) {
      var pairing = Pairing.of(it.listing());
      wanted.add(new Wanted(seeker(seeking, it), pairing, refused.getOrDefault(it.id(), Set.of())));
    }
    var models = wanted.stream().map(it -> matcher.model(it.pairing()).name()).toList();
    var listed = lists.of(wanted, MatchRows.LIST);
    return IntStream.range(0, able.size())
        .mapToObj(
            i -> new Ready(able.get(i), wanted.get(i).pairing(), models.get(i), listed.get(i)))
        .toList();
  }

  private Map<Long, Seeker> seeking(Side side, List<Work> works) {
    var seeking = new HashMap<Long, Seeker>();
    for (var it : works) {
      if (it.due().urgent()) {
        seekers.ready(side.code(), it.id()).ifPresent(ready -> seeking.put(it.id(), ready));
      }
    }
    var others = works.stream().map(Work::id).filter(it -> !seeking.containsKey(it)).toList();
    seeking.putAll(seekers.stored(side.code(), others));
    return seeking;
  }

  private static Seeker seeker(Map<Long, Seeker> seeking, Work work) {
    return Objects.requireNonNull(seeking.get(work.id()));
  }

  private void write(List<Work> works, Runnable change) {
    if (works.isEmpty()) return;
    transaction.executeWithoutResult(_ -> {
      rows.lock();
      queue.done(works.stream().map(Work::due).toList());
      change.run();
    });
  }

  private void own(Side side, List<Ready> ready, Instant begun) {
    var owners = ready.stream().map(it -> it.work().id()).toList();
    standings.says(sketches(ready));
    // Someone may have said no, or cases may have opened, while this was computed.
    var refused = rows.refused(side, owners);
    var standing =
        standings.of(
            ready.stream()
                .flatMap(it -> it.listed().list().stream())
                .map(it -> it.found().id())
                .collect(Collectors.toSet()));
    var made = ready.stream().map(it -> made(it, refused, standing)).toList();
    var fresh = rows.replace(side, made, begun);
    var sizes = rows.sizes(side, owners);
    var crowded =
        made.stream()
            .filter(it -> sizes.getOrDefault(it.owner(), 0) > it.best().size())
            .map(Made::owner)
            .toList();
    if (!crowded.isEmpty()) queue.add(crowded, false, false);
    standings.shown(fresh.stream().collect(Collectors.toMap(Entry::entry, _ -> 1, Integer::sum)));
    for (var it : ready) tell(it.work(), fresh);
  }

  private static Map<Long, Sketch> sketches(List<Ready> ready) {
    return ready.stream()
        .map(it -> it.work().listing())
        .collect(Collectors.toMap(Listing::id, it -> Sketch.of(it.title(), it.content().text())));
  }

  private Made made(Ready it, Map<Long, Set<Long>> refused, Map<Long, Standing> standing) {
    var no = refused.getOrDefault(it.work().id(), Set.of());
    var best =
        it.listed().list().stream()
            .filter(placed -> !no.contains(placed.found().id()))
            .map(placed -> row(placed, standing))
            .toList();
    return new Made(it.work().id(), best, it.model());
  }

  private void tell(Work work, List<Entry> fresh) {
    if (!work.due().urgent() || !work.due().spread()) return;
    var count = (int) fresh.stream().filter(it -> it.owner() == work.id()).count();
    if (count == 0) return;
    events.publishEvent(new MatchesFound(work.id(), work.listing().side(), count));
  }

  /// The lists of the others it is or was in.
  private void theirs(Ready it, Instant begun) {
    var listing = it.work().listing();
    var due = it.work().due();
    if (!listing.open()) {
      leave(listing);
    } else if (due.spread()) {
      spreading.spread(listing, it.pairing(), it.listed().found(), it.model(), begun, due.urgent());
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
}
