package jianglian.matching.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import jianglian.matching.model.ModelFile;
import org.jspecify.annotations.Nullable;

/// A try to make a better model: the new file, how well the model before and the new one do on the
/// same held-out rows, and why it is not kept (null: it is). It is kept when its log loss is less
/// by more than what chance would bring (1.64 standard errors, the needs being the units: one in
/// twenty) and its nDCG@10 is not lower by more than [#TOLERANCE].
record Attempt(
    @Nullable ModelFile file,
    @Nullable Measured before,
    @Nullable Measured after,
    @Nullable String why) {
  static final double TOLERANCE = 0.002;
  static final int STEPS = 3;

  private static final double CHANCE = 1.64;
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
    var why = why(history, before, level, raw, fit.level(), was, is);
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
      History history,
      ModelFile before,
      double levelBefore,
      ModelFile after,
      double levelAfter,
      Measured was,
      Measured is) {
    if (is.ndcg10() < was.ndcg10() - TOLERANCE) return "order-worse";
    var gain = was.logLoss() - is.logLoss();
    if (gain <= 0) return "loss-not-less";
    var lost = Measured.losses(history.later(), before, levelBefore);
    var losing = Measured.losses(history.later(), after, levelAfter);
    var weight = 0.0;
    var spread = 0.0;
    for (var it : lost.entrySet()) {
      var now = losing.getOrDefault(it.getKey(), it.getValue());
      var share = it.getValue().weight();
      weight += share;
      spread += Math.pow(it.getValue().loss() - now.loss() - gain * share, 2);
    }
    return gain > CHANCE * Math.sqrt(spread) / weight ? null : "within-chance";
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
