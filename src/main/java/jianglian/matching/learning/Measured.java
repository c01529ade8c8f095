package jianglian.matching.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jianglian.matching.model.ModelFile;

/// How well a model tells what came of pairs it was not fitted on. `logLoss`: mean of -t ln p - (1
/// - t) ln(1 - p) over the rows by their weight, t the target, at the level that the older rows
///   have. `ndcg10`: nDCG@10 (Järvelin and Kekäläinen 2002) over the judged pairs of each list with
///   gain 2^3t - 1, mean of the lists that hold at least two different targets; 0 where there is
///   none.
record Measured(double logLoss, double ndcg10, int rows, int needs) {
  private static final int TOP = 10;
  private static final double GRADES = 3;

  static Measured of(List<Example> rows, ModelFile model, double level) {
    var losses = losses(rows, model, level);
    var weight = losses.values().stream().mapToDouble(Lost::weight).sum();
    var loss = losses.values().stream().mapToDouble(Lost::loss).sum();
    return new Measured(loss / weight, ndcg10(rows, model), rows.size(), losses.size());
  }

  /// What was lost on a need's rows, summed by their weight, and that weight.
  record Lost(double loss, double weight) {
    Lost and(Lost other) {
      return new Lost(loss + other.loss, weight + other.weight);
    }
  }

  /// By need.
  static Map<Long, Lost> losses(List<Example> rows, ModelFile model, double level) {
    var losses = new TreeMap<Long, Lost>();
    for (var row : rows) {
      var z = model.intercept() + level + sum(row, model);
      var loss = -row.target() * logChance(z) - (1 - row.target()) * logChance(-z);
      losses.merge(row.need(), new Lost(row.weight() * loss, row.weight()), Lost::and);
    }
    return losses;
  }

  /// ln(1 / (1 + e^-z)).
  private static double logChance(double z) {
    return Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double sum(Example row, ModelFile model) {
    var x = row.standard(model.features());
    var sum = 0.0;
    for (var j = 0; j < x.length; j++) sum += model.features().get(j).weight() * x[j];
    return sum;
  }

  static double ndcg10(List<Example> rows, ModelFile model) {
    return ndcgs(rows, model).values().stream().mapToDouble(it -> it).average().orElse(0);
  }

  /// By list.
  static Map<String, Double> ndcgs(List<Example> rows, ModelFile model) {
    var lists = rows.stream().collect(Collectors.groupingBy(Example::list));
    var ndcgs = new TreeMap<String, Double>();
    lists.forEach((list, judged) -> {
      var different = judged.stream().mapToDouble(Example::target).distinct().count() > 1;
      if (different) ndcgs.put(list, ndcg(judged, model));
    });
    return ndcgs;
  }

  private static double ndcg(List<Example> list, ModelFile model) {
    var ranked = list.stream().sorted(Comparator.comparingDouble(it -> -sum(it, model))).toList();
    var ideal = list.stream().sorted(Comparator.comparingDouble(it -> -it.target())).toList();
    return gathered(ranked) / gathered(ideal);
  }

  private static double gathered(List<Example> ranking) {
    var sum = 0.0;
    for (var i = 0; i < Math.min(TOP, ranking.size()); i++) {
      var gain = Math.pow(2, GRADES * ranking.get(i).target()) - 1;
      sum += gain * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
