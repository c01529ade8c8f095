package jianglian.matching.learning;

import java.util.List;
import jianglian.matching.model.ModelFile;

/// Weights of a logistic model that are never negative and stay near those of the model before
/// (ridge towards them), by Newton steps, each solved under the bounds by coordinate descent.
///
/// People judge what they are shown, not pairs at random, so their answers are more often good than
/// the chance the model states. Such a choice of samples shifts only the intercept of a logistic
/// regression and leaves its weights right (Prentice and Pyke 1979): `level` takes the shift up
/// while fitting, and the model keeps its intercept. Whoever calls a reason wrong says that its
/// terms add too much on this pair: their positive sum is drawn to 0, and nothing else moves.
record Fit(double[] weights, double level) {
  private static final int STEPS = 50;
  private static final int SWEEPS = 200;
  private static final int HALVINGS = 30;
  private static final double STILL = 1e-9;
  private static final double LITTLE = 1e-6;

  /// The steepest the logistic curve gets; a doubt is weighed like an answer there.
  private static final double STEEPEST = 0.25;

  /// Fits all weights. `prior`: as if so many answers spoke for the weights before.
  static Fit of(List<Example> examples, ModelFile before, double prior) {
    return new Fitting(examples, before, prior, true).run();
  }

  /// Keeps the model's weights and fits the level alone.
  static Fit levelOf(List<Example> examples, ModelFile model) {
    return new Fitting(examples, model, 0, false).run();
  }

  static double chance(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static final class Fitting {
    private final int features;
    private final boolean free;
    private final double ridge;
    private final double intercept;
    private final double[] before;
    private final double[][] x;
    private final boolean[] ofPair;
    private final double[] target;
    private final double[] weight;

    Fitting(List<Example> examples, ModelFile model, double prior, boolean free) {
      var lines = model.features();
      this.features = lines.size();
      this.free = free;
      this.ridge = STEEPEST * prior;
      this.intercept = model.intercept();
      this.before = lines.stream().mapToDouble(ModelFile.Line::weight).toArray();
      this.x = examples.stream().map(it -> it.standard(lines)).toArray(double[][]::new);
      this.target = examples.stream().mapToDouble(Example::target).toArray();
      this.weight = examples.stream().mapToDouble(Example::weight).toArray();
      this.ofPair = new boolean[examples.size()];
      for (var i = 0; i < ofPair.length; i++) ofPair[i] = examples.get(i).ofPair();
    }

    /// The last variable is the level.
    Fit run() {
      var at = new double[features + 1];
      System.arraycopy(before, 0, at, 0, features);
      var loss = loss(at);
      for (var step = 0; step < STEPS; step++) {
        var next = halved(at, aim(at), loss);
        var now = loss(next);
        if (loss - now < STILL * (1 + Math.abs(loss))) break;
        at = next;
        loss = now;
      }
      var weights = new double[features];
      System.arraycopy(at, 0, weights, 0, features);
      return new Fit(weights, at[features]);
    }

    /// On the way to `aim`, as far as that makes the loss smaller.
    private double[] halved(double[] at, double[] aim, double loss) {
      var share = 1.0;
      for (var i = 0; i < HALVINGS; i++, share /= 2) {
        var next = at.clone();
        for (var j = 0; j < next.length; j++) next[j] += share * (aim[j] - at[j]);
        if (loss(next) < loss) return next;
      }
      return at;
    }

    private double sum(double[] at, int i) {
      var sum = 0.0;
      for (var j = 0; j < features; j++) sum += at[j] * x[i][j];
      return sum;
    }

    private double loss(double[] at) {
      var loss = LITTLE / 2 * at[features] * at[features];
      for (var j = 0; j < features; j++) loss += ridge / 2 * Math.pow(at[j] - before[j], 2);
      for (var i = 0; i < x.length; i++) {
        var sum = sum(at, i);
        if (ofPair[i]) {
          var z = intercept + at[features] + sum;
          loss += weight[i] * (softplus(z) - target[i] * z);
        } else {
          loss += weight[i] * STEEPEST / 2 * Math.pow(Math.max(0, sum), 2);
        }
      }
      return loss;
    }

    /// ln(1 + e^z).
    private static double softplus(double z) {
      return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /// Where the loss would be least if it were the parabola it looks like from here.
    private double[] aim(double[] at) {
      var slope = new double[features + 1];
      var bend = new double[features + 1][features + 1];
      for (var j = 0; j < features; j++) {
        slope[j] = ridge * (at[j] - before[j]);
        bend[j][j] = ridge + LITTLE;
      }
      slope[features] = LITTLE * at[features];
      bend[features][features] = LITTLE;
      for (var i = 0; i < x.length; i++) add(at, i, slope, bend);
      return least(at, slope, bend);
    }

    private void add(double[] at, int i, double[] slope, double[][] bend) {
      var sum = sum(at, i);
      double first;
      double second;
      if (ofPair[i]) {
        var chance = chance(intercept + at[features] + sum);
        first = weight[i] * (chance - target[i]);
        second = weight[i] * chance * (1 - chance);
        slope[features] += first;
        bend[features][features] += second;
      } else {
        if (sum <= 0) return;
        first = weight[i] * STEEPEST * sum;
        second = weight[i] * STEEPEST;
      }
      for (var j = 0; j < features; j++) {
        if (x[i][j] == 0) continue;
        slope[j] += first * x[i][j];
        if (ofPair[i]) {
          bend[j][features] += second * x[i][j];
          bend[features][j] += second * x[i][j];
        }
        for (var k = 0; k < features; k++) bend[j][k] += second * x[i][j] * x[i][k];
      }
    }

    private double[] least(double[] at, double[] slope, double[][] bend) {
      var best = at.clone();
      var left = slope.clone();
      for (var sweep = 0; sweep < SWEEPS; sweep++) {
        var moved = 0.0;
        for (var j = free ? 0 : features; j <= features; j++) {
          var wished = best[j] - left[j] / bend[j][j];
          var to = j < features ? Math.max(0, wished) : wished;
          var by = to - best[j];
          if (by == 0) continue;
          best[j] = to;
          for (var k = 0; k <= features; k++) left[k] += by * bend[k][j];
          moved = Math.max(moved, Math.abs(by));
        }
        if (moved < STILL) break;
      }
      return best;
    }
  }
}
