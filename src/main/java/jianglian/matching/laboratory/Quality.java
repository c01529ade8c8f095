package jianglian.matching.laboratory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.matching.laboratory.Samples.Labelled;

/// How good a ranking is. nDCG@10 (Järvelin and Kekäläinen 2002) over judged offers only, gain
/// 2^(level-1) - 1, for needs that have an offer of level 3 or more; recall@50 of those offers in
/// the ranking of the whole corpus.
public record Quality(double ndcg10, double recall50, int needs, int pairs) {
  static final double STRONG = 3;
  private static final int TOP = 10;

  static double gain(double level) {
    return Math.pow(2, level - 1) - 1;
  }

  /// Mean over the needs; `scores` of judged pairs by need and offer, a missing one counts as 0.
  static double ndcg10(List<Labelled> labels, Map<String, Map<String, Double>> scores) {
    return byNeed(labels).entrySet().stream()
        .mapToDouble(it -> ndcg10(it.getValue(), scores.getOrDefault(it.getKey(), Map.of()), 0))
        .average()
        .orElse(0);
  }

  private static double ndcg10(List<Labelled> judged, Map<String, Double> scores, double unknown) {
    var byScore =
        judged.stream()
            .sorted(
                Comparator.<Labelled>comparingDouble(
                        it -> -scores.getOrDefault(it.offer(), unknown))
                    .thenComparing(Labelled::offer))
            .toList();
    var ideal = judged.stream().sorted(Comparator.comparingDouble(it -> -it.level())).toList();
    return gathered(byScore) / gathered(ideal);
  }

  private static double gathered(List<Labelled> ranking) {
    var sum = 0.0;
    for (var i = 0; i < Math.min(TOP, ranking.size()); i++) {
      sum += gain(ranking.get(i).level()) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }

  /// Mean share of a need's strong offers that its ranking holds.
  static double recall(List<Labelled> labels, Map<String, List<String>> rankings) {
    return byNeed(labels).entrySet().stream()
        .mapToDouble(it -> {
          var strong =
              it.getValue().stream()
                  .filter(pair -> pair.level() >= STRONG)
                  .map(Labelled::offer)
                  .toList();
          var found = rankings.getOrDefault(it.getKey(), List.of());
          return (double) strong.stream().filter(found::contains).count() / strong.size();
        })
        .average()
        .orElse(0);
  }

  /// Judged pairs of the needs that have a strong one.
  static Map<String, List<Labelled>> byNeed(List<Labelled> labels) {
    var all = labels.stream().collect(Collectors.groupingBy(Labelled::need));
    var kept = new HashMap<>(all);
    kept.values().removeIf(it -> it.stream().noneMatch(pair -> pair.level() >= STRONG));
    return kept;
  }
}
