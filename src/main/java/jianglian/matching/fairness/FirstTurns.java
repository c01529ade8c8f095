package jianglian.matching.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The last `turns` places of a list, as far as they are held by entries that are well known, go to
/// those behind that hardly any list has shown, the least shown first: so each gets its turn. They
/// must be worth at least half of the last one they follow.
final class FirstTurns {
  private static final double WORTH = 0.5;
  private static final Comparator<Ranked> LEAST_SHOWN =
      Comparator.comparingInt((Ranked it) -> it.standing().shown()).thenComparing(Ranked.ORDER);

  private FirstTurns() {}

  static List<Ranked> apply(List<Ranked> ranking, int size, int turns) {
    if (ranking.size() <= size || turns <= 0) return ranking;
    var list = new ArrayList<>(ranking.subList(0, size));
    var worth = WORTH * list.getLast().score();
    var waiting =
        ranking.subList(size, ranking.size()).stream()
            .filter(it -> it.standing().fresh() && it.score() >= worth)
            .sorted(LEAST_SHOWN)
            .iterator();
    for (var place = size - 1; place >= Math.max(0, size - turns) && waiting.hasNext(); place--) {
      if (!list.get(place).standing().fresh()) list.set(place, waiting.next());
    }
    list.sort(Ranked.ORDER);
    return list;
  }
}
