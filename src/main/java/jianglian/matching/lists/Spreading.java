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
            .sorted(Comparator.comparingLong(Row::other))
            .toList();
    rows.leaveOthers(side, listing.id(), theirs, begun);
    var turns = fairness.turns();
    var open =
        rows.open(side, listing.id(), theirs, MatchRows.LIST - turns, its.fresh() ? turns : 0);
    var byOwner = theirs.stream().collect(Collectors.toMap(Row::other, Function.identity()));
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

  /// As the counterpart sees it.
  private Row turned(Found found, Pairing pairing, Standing its) {
    var pair = found.pair().turned();
    var turned = matcher.scored(pair, pairing);
    var rank = fairness.rank(turned.score(), its);
    return new Row(found.id(), turned.score(), rank, turned.reasons(), FeatureValues.of(pair));
  }

  private void settle(
      Open list,
      Map<Long, Row> byOwner,
      long listing,
      Standing its,
      List<Row> into,
      List<Entry> gone) {
    var row = byOwner.get(list.owner());
    if (row == null) return;
    var newcomer = Ranked.of(listing, row.score(), its);
    var ranking = new ArrayList<>(list.entries());
    ranking.add(newcomer);
    ranking.sort(Ranked.ORDER);
    var kept =
        fairness.list(ranking, MatchRows.LIST).stream().map(Ranked::id).collect(Collectors.toSet());
    if (kept.contains(listing)) into.add(row);
    ranking.stream()
        .map(Ranked::id)
        .filter(it -> !kept.contains(it))
        .forEach(it -> gone.add(new Entry(list.owner(), it)));
  }
}
