package jianglian.matching.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.matching.model.Model;
import jianglian.matching.model.Pair;
import jianglian.matching.model.ReasonKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Why a counterpart stands where it stands in a seeker's list, or is not in it at all: the rules
/// it breaks, or else what the model misses in it beside those in the list.
@Component
public class Comparison {
  /// A list holds so many.
  private static final int LIST = 20;

  private static final int TOLD = 3;

  /// What differs by less than this, on the scale the model adds up on, is not worth a word.
  private static final double SLIGHT = 0.02;

  private final Matcher matcher;
  private final Seekers seekers;

  Comparison(Matcher matcher, Seekers seekers) {
    this.matcher = matcher;
    this.seekers = seekers;
  }

  /// How much less speaks for the counterpart than for those in the list, on the scale of log-odds.
  public record Shortfall(ReasonKind kind, double missing) {}

  /// `place` from 1 among all that were looked at, null if it was not among them; `found` null if a
  /// rule is broken; `last` the score of the last in the list, null while the list is not full.
  public record Verdict(
      List<Rule> broken,
      @Nullable Integer place,
      @Nullable Found found,
      @Nullable Double last,
      List<Shortfall> shortfalls) {
    /// Good enough for the list, before policies of fairness.
    public boolean within() {
      return place != null && place <= LIST;
    }
  }

  /// Empty if there is no such counterpart to look up.
  public Optional<Verdict> of(Seeker seeker, Pairing pairing, long other) {
    return seekers
        .entry(pairing.found(), other)
        .map(it -> {
          var broken = matcher.broken(seeker, pairing, it);
          if (!broken.isEmpty()) return new Verdict(broken, null, null, null, List.of());
          return ranked(seeker, pairing, other);
        });
  }

  private Verdict ranked(Seeker seeker, Pairing pairing, long other) {
    var model = matcher.model(pairing);
    var all = matcher.find(seeker, pairing, List.of(), Matcher.CANDIDATES);
    var list = all.subList(0, Math.min(LIST, all.size()));
    var last = list.size() < LIST ? null : list.getLast().score();
    for (var i = 0; i < all.size(); i++) {
      var it = all.get(i);
      if (it.id() != other) continue;
      return new Verdict(List.of(), i + 1, it, last, shortfalls(model, it.pair(), list));
    }
    var alone = matcher.pair(seeker, pairing, other);
    if (alone.isEmpty()) return new Verdict(List.of(), null, null, last, List.of());
    var found = matcher.scored(alone.get(), pairing);
    return new Verdict(List.of(), null, found, last, shortfalls(model, alone.get(), list));
  }

  private static List<Shortfall> shortfalls(Model model, Pair pair, List<Found> list) {
    if (list.isEmpty()) return List.of();
    var its = added(model, pair);
    var usual = new EnumMap<ReasonKind, Double>(ReasonKind.class);
    for (var it : list) {
      added(model, it.pair())
          .forEach((kind, added) -> usual.merge(kind, added / list.size(), Double::sum));
    }
    var shortfalls = new ArrayList<Shortfall>();
    usual.forEach((kind, added) -> {
      var missing = added - its.getOrDefault(kind, 0.0);
      if (missing > SLIGHT) shortfalls.add(new Shortfall(kind, missing));
    });
    shortfalls.sort(Comparator.comparingDouble(it -> -it.missing()));
    return shortfalls.stream().limit(TOLD).toList();
  }

  private static Map<ReasonKind, Double> added(Model model, Pair pair) {
    var added = new EnumMap<ReasonKind, Double>(ReasonKind.class);
    model.score(pair).terms().forEach(it -> added.merge(it.kind(), it.added(), Double::sum));
    return added;
  }
}
