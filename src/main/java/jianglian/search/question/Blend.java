package jianglian.search.question;

import java.time.Duration;

/// How the score of the words (0 to about 1), that of the meaning (0 to 1) and a little for what is
/// new become one; the figures are those of decisions 0003 and 0009.
public final class Blend {
  /// So many nearest entries of each field of vectors take part.
  public static final int NEAREST = 50;

  /// Of what is found by words, the meaning of so many is compared.
  public static final int COMPARED = 100;

  /// A vector below says nothing: texts that have nothing in common reach it. Of 300 questions and
  /// 4,000 answers the middle of all cosines is 0.01 and 98 in 100 are below 0.2; the answer itself
  /// has 0.36.
  private static final float UNRELATED = 0.2f;

  /// A question and what says just that; its own map keeps it from 1.
  private static final float SAME = 0.7f;

  /// Of what is only near by meaning, what scores less than this share of the nearest is left out:
  /// in a small collection the nearest would hold almost everything.
  private static final float RELATED = 0.5f;

  public static final float FRESHNESS = 0.06f;

  /// In milliseconds: so old is worth half of new.
  public static final double HALF_AS_FRESH = Duration.ofDays(180).toMillis();

  private Blend() {}

  /// How far a cosine is above that of the unrelated; 1 at most.
  public static float above(float cosine) {
    return Math.min(1, (cosine - UNRELATED) / (SAME - UNRELATED));
  }

  /// What a meaning must reach to count, where `best` is the highest of all.
  public static float least(float best) {
    return RELATED * best;
  }

  /// `at` and `moment` in milliseconds since 1970.
  public static float fresh(long at, long moment) {
    return (float) (FRESHNESS * HALF_AS_FRESH / (HALF_AS_FRESH + Math.abs(moment - at)));
  }
}
