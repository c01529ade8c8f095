package jianglian.matching.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import jianglian.matching.model.ModelFile;
import org.jspecify.annotations.Nullable;

/// A try to make a better model: the new file, how well the model before and the new one do on the
/// same held-out rows, and why it is not kept (null: it is). It is kept only when both figures are
/// better by more than chance would bring: log loss over needs, nDCG@10 over lists, each by 2.33
/// standard errors of the paired differences, which chance passes once in a hundred. One figure
/// would not do: where people answer at random smaller weights lose less, and order no better.
record Attempt(
    @Nullable ModelFile file,
    @Nullable Measured before,
    @Nullable Measured after,
    @Nullable String why) {
  static final int STEPS = 3;

  private static final double CHANCE = 2.33;
  private static final int LEAST_ROWS = 30;
  private static final int LEAST_NEEDS = 10;

  /// What the new file is to be called and say of itself.
  record Label(String name, String date, String data) {}

  static Attempt of(
      List<Example> examples, ModelFile before, double prior, Label label, IntConsumer step) {
    var history = History.of(examples);
    step.accept(1);
    if (tooFew(history)) return new Attempt(null, null, null, "too-few");
    var fit = Fit.of(history.older(), before, prior);
    step.accept(2);
    var level = Fit.levelOf(history.older(), before).level();
    var was = Measured.of(history.later(), before, level);
    var raw = file(before, fit.weights(), label, Map.of());
    var is = Measured.of(history.later(), raw, fit.level());
    var why = why(history.later(), before, level, raw, fit.level());
    step.accept(STEPS);
    return new Attempt(
        file(before, fit.weights(), label, figures(examples.size(), was, is)), was, is, why);
  }

  private static boolean tooFew(History history) {
    var needs = history.later().stream().map(Example::need).distinct().count();
    return history.older().size() < LEAST_ROWS
        || history.later().size() < LEAST_ROWS
        || needs < LEAST_NEEDS;
  }

  private static @Nullable String why(
      List<Example> later,
      ModelFile before,
      double levelBefore,
      ModelFile after,
      double levelAfter) {
    var less = losing(later, before, levelBefore, after, levelAfter);
    if (less.mean() <= 0) return "loss-not-less";
    var better = ordering(later, before, after);
    if (better.mean() <= 0) return "order-not-better";
    return less.clear() && better.clear() ? null : "within-chance";
  }

  /// A mean of differences and its standard error.
  private record Gain(double mean, double error) {
    boolean clear() {
      return mean > CHANCE * error;
    }
  }

  /// How much less is lost now; the needs are the units.
  private static Gain losing(
      List<Example> later,
      ModelFile before,
      double levelBefore,
      ModelFile after,
      double levelAfter) {
    var was = Measured.losses(later, before, levelBefore);
    var is = Measured.losses(later, after, levelAfter);
    var weight = was.values().stream().mapToDouble(Measured.Lost::weight).sum();
    var gained = new TreeMap<Long, Double>();
    was.forEach((need, lost) -> gained.put(need, lost.loss() - is.getOrDefault(need, lost).loss()));
    var mean = gained.values().stream().mapToDouble(it -> it).sum() / weight;
    var spread = 0.0;
    for (var it : was.entrySet()) {
      var more = gained.getOrDefault(it.getKey(), 0.0) - mean * it.getValue().weight();
      spread += more * more;
    }
    return new Gain(mean, Math.sqrt(spread) / weight);
  }

  /// How much better the order is; the lists are the units.
  private static Gain ordering(List<Example> later, ModelFile before, ModelFile after) {
    var was = Measured.ndcgs(later, before);
    var is = Measured.ndcgs(later, after);
    var gained =
        was.entrySet().stream()
            .mapToDouble(it -> is.getOrDefault(it.getKey(), it.getValue()) - it.getValue())
            .toArray();
    var mean = Arrays.stream(gained).average().orElse(0);
    var spread = Arrays.stream(gained).map(it -> Math.pow(it - mean, 2)).sum();
    return new Gain(mean, Math.sqrt(spread) / Math.max(1, gained.length));
  }

  private static ModelFile file(
      ModelFile before, double[] weights, Label label, Map<String, Double> figures) {
    var lines = new ArrayList<ModelFile.Line>();
    for (var j = 0; j < weights.length; j++) {
      var line = before.features().get(j);
      var source = rounded(weights[j]) == line.weight() ? line.source() : "learned";
      lines.add(
          new ModelFile.Line(line.name(), rounded(weights[j]), line.mean(), line.scale(), source));
    }
    return new ModelFile(
        label.name(),
        label.date(),
        label.data(),
        before.method(),
        figures,
        before.intercept(),
        lines);
  }

  private static Map<String, Double> figures(int answers, Measured was, Measured is) {
    var figures = new LinkedHashMap<String, Double>();
    figures.put("answers", (double) answers);
    figures.put("ndcg10", rounded(is.ndcg10()));
    figures.put("ndcg10Before", rounded(was.ndcg10()));
    figures.put("logLoss", rounded(is.logLoss()));
    figures.put("logLossBefore", rounded(was.logLoss()));
    figures.put("rows", (double) is.rows());
    figures.put("needs", (double) is.needs());
    return figures;
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1e4) / 1e4;
  }
}
