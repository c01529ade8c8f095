package jianglian.matching.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.cooperation.Listing;
import jianglian.matching.MatchesFound;
import jianglian.matching.fairness.Fairness;
import jianglian.matching.fairness.Ranked;
import jianglian.matching.fairness.Standing;
import jianglian.matching.fairness.Standings;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.lists.MatchRows.Entry;
import jianglian.matching.lists.MatchRows.Open;
import jianglian.matching.lists.MatchRows.Reached;
import jianglian.matching.lists.MatchRows.Row;
import jianglian.matching.model.FeatureValues;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Puts a listing into the lists of those it fits, under the same policies by which they were made:
/// each list that it may come into is settled anew among those who are in it and the newcomer.
@Component
class Spreading {
  /// A new counterpart that far up is worth telling.
  private static final int TELLING = 5;

  private final Matcher matcher;
  private final Fairness fairness;
  private final Standings standings;
  private final MatchRows rows;
  private final ApplicationEventPublisher events;

  Spreading(
      Matcher matcher,
      Fairness fairness,
      Standings standings,
      MatchRows rows,
      ApplicationEventPublisher events) {
    this.matcher = matcher;
    this.fairness = fairness;
    this.standings = standings;
    this.rows = rows;
    this.events = events;
  }

  void spread(
      Listing listing,
      Pairing pairing,
      List<Found> found,
      String model,
      Instant begun,
      boolean telling) {
    var its = standings.of(List.of(listing.id())).get(listing.id());
    if (its == null) return;
    var side = listing.side();
    var theirs =
        found.stream()
            .map(it -> turned(it, pairing, its))
            .sorted(Comparator.comparingLong(Turned::owner))
            .toList();
    var reached = theirs.stream().map(it -> new Reached(it.owner(), it.rank())).toList();
    rows.leaveOthers(side, listing.id(), reached, begun);
    var turns = fairness.turns();
    var open =
        rows.open(side, listing.id(), reached, MatchRows.LIST - turns, its.fresh() ? turns : 0);
    var byOwner = theirs.stream().collect(Collectors.toMap(Turned::owner, Function.identity()));
    var into = new ArrayList<Row>();
    var gone = new ArrayList<Entry>();
    for (var list : open) settle(list, byOwner, listing.id(), its, into, gone);
    rows.remove(side.other(), gone);
    var fresh = rows.put(side, listing.id(), into, model);
    standings.shown(List.of(listing.id()), fresh.size());
    if (!telling) return;
    rows.among(side, listing.id(), fresh, TELLING)
        .forEach(it -> events.publishEvent(new MatchesFound(it, side.other(), 1)));
  }

  /// A pair as the counterpart sees it, whose list it is about.
  private record Turned(long owner, Found found, double rank) {
    double score() {
      return found.score();
    }

    Row row() {
      return new Row(owner, found.score(), rank, found.reasons(), FeatureValues.of(found.pair()));
    }
  }

  private Turned turned(Found found, Pairing pairing, Standing its) {
    var turned = matcher.scored(found.pair().turned(), pairing);
    return new Turned(found.id(), turned, fairness.rank(turned.score(), its));
  }

  private void settle(
      Open list,
      Map<Long, Turned> byOwner,
      long listing,
      Standing its,
      List<Row> into,
      List<Entry> gone) {
    var turned = byOwner.get(list.owner());
    if (turned == null) return;
    var newcomer = Ranked.of(listing, turned.score(), its);
    var ranking = new ArrayList<>(list.entries());
    ranking.add(newcomer);
    ranking.sort(Ranked.ORDER);
    var kept =
        fairness.list(ranking, MatchRows.LIST).stream().map(Ranked::id).collect(Collectors.toSet());
    if (kept.contains(listing)) into.add(turned.row());
    ranking.stream()
        .map(Ranked::id)
        .filter(it -> !kept.contains(it))
        .forEach(it -> gone.add(new Entry(list.owner(), it)));
  }
}
