package jianglian.matching.laboratory;

import java.util.List;

/// How far a told chance can be taken at its word.
record Calibration(List<Told> told) {
  private static final int BINS = 10;

  /// The chance that was told, and whether it came true.
  record Told(double chance, boolean strong) {}

  /// Expected calibration error (Naeini and others 2015): ten bins of equal width, the distance of
  /// the mean chance from what came true, weighed by how many fell in.
  double error() {
    var sums = new double[BINS];
    for (var it : told) {
      var bin = Math.min(BINS - 1, (int) (it.chance() * BINS));
      sums[bin] += it.chance() - (it.strong() ? 1 : 0);
    }
    var error = 0.0;
    for (var sum : sums) error += Math.abs(sum);
    return error / told.size();
  }

  /// 1 - Brier score / that of always telling the base rate (Brier 1950): 0 says nothing, 1 all.
  double brierSkill() {
    var rate = told.stream().filter(Told::strong).count() / (double) told.size();
    var plain = told.stream().mapToDouble(it -> squared(rate, it)).sum();
    return 1 - told.stream().mapToDouble(it -> squared(it.chance(), it)).sum() / plain;
  }

  /// Mean of -ln of the chance given to what came true.
  double logLoss() {
    return told.stream()
        .mapToDouble(it -> -Math.log(it.strong() ? it.chance() : 1 - it.chance()))
        .average()
        .orElse(0);
  }

  private static double squared(double chance, Told it) {
    var error = chance - (it.strong() ? 1 : 0);
    return error * error;
  }
}
