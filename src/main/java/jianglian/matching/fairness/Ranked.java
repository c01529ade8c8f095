package jianglian.matching.fairness;

import java.util.Comparator;

/// An entry on its way into a list. `score` is the model's and is shown as it is; `rank`, at most
/// the score, orders.
public record Ranked(long id, double score, double rank, Standing standing) {
  /// The best first.
  public static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::rank).reversed().thenComparingLong(Ranked::id);

  public static Ranked of(long id, double score, Standing standing) {
    return new Ranked(id, score, score, standing);
  }

  Ranked at(double rank) {
    return new Ranked(id, score, rank, standing);
  }
}
