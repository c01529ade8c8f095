package jianglian.matching.laboratory;

/// Logistic regression whose weights are never negative, by projected gradient descent with a ridge
/// (Hastie, Tibshirani, Friedman 2009, 4.4): x is standardised, rows by features; y lies in [0, 1].
record Fitting(double intercept, double[] weights) {
  private static final int ROUNDS = 1500;
  private static final double STEP = 0.5;

  static Fitting of(double[][] x, double[] y, double ridge) {
    var weights = new double[x[0].length];
    var mean = 0.0;
    for (var it : y) mean += it / y.length;
    var intercept = Math.log(mean / (1 - mean));
    for (var round = 0; round < ROUNDS; round++) {
      var slope = new double[weights.length];
      var level = 0.0;
      for (var i = 0; i < x.length; i++) {
        var error = chance(intercept, weights, x[i]) - y[i];
        level += error;
        for (var j = 0; j < slope.length; j++) slope[j] += error * x[i][j];
      }
      intercept -= STEP * level / x.length;
      for (var j = 0; j < slope.length; j++) {
        var next = weights[j] - STEP * (slope[j] / x.length + ridge * weights[j]);
        weights[j] = Math.max(0, next);
      }
    }
    return new Fitting(intercept, weights);
  }

  double chance(double[] x) {
    return chance(intercept, weights, x);
  }

  double sum(double[] x) {
    var z = 0.0;
    for (var j = 0; j < x.length; j++) z += weights[j] * x[j];
    return z;
  }

  private static double chance(double intercept, double[] weights, double[] x) {
    var z = intercept;
    for (var j = 0; j < x.length; j++) z += weights[j] * x[j];
    return 1 / (1 + Math.exp(-z));
  }
}
