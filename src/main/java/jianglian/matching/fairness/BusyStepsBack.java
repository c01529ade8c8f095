package jianglian.matching.fairness;

import java.util.List;

/// Who already has many open cases steps back a little: each case beyond the second takes three
/// hundredths of the rank, at most three tenths of it in all.
final class BusyStepsBack {
  private static final int FREE = 2;
  private static final double EACH = 0.03;
  private static final double MOST = 0.3;

  private BusyStepsBack() {}

  static List<Ranked> apply(List<Ranked> ranking) {
    return ranking.stream().map(BusyStepsBack::stepped).sorted(Ranked.ORDER).toList();
  }

  private static Ranked stepped(Ranked it) {
    return it.at(it.rank() * share(it.standing().openCases()));
  }

  static double share(int openCases) {
    return 1 - Math.min(MOST, EACH * Math.max(0, openCases - FREE));
  }
}
