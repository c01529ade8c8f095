package jianglian.search.adaptation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How well each left vector finds the right one it belongs to among all: the share within the
/// first ten, and the mean reciprocal rank within them.
record Found(double recall10, double mrr10, int pairs) {
  private static final int TOP = 10;

  /// `held` are the left ones that are asked, all right ones are looked through.
  static Found of(float[][] left, float[][] right, int[] held) {
    var ranks = IntStream.of(held).parallel().map(it -> rank(left[it], right, it)).toArray();
    return new Found(
        Arrays.stream(ranks).filter(it -> it <= TOP).count() / (double) Math.max(1, ranks.length),
        Arrays.stream(ranks).mapToDouble(it -> it <= TOP ? 1.0 / it : 0).average().orElse(0),
        ranks.length);
  }

  private static int rank(float[] asked, float[][] right, int own) {
    var mine = dot(asked, right[own]);
    return 1 + (int) Arrays.stream(right).filter(it -> dot(asked, it) > mine).count();
  }

  private static float dot(float[] one, float[] other) {
    var sum = 0f;
    for (var i = 0; i < one.length; i++) sum += one[i] * other[i];
    return sum;
  }

  Found and(Found other) {
    var all = pairs + other.pairs;
    return all == 0
        ? this
        : new Found(
            (recall10 * pairs + other.recall10 * other.pairs) / all,
            (mrr10 * pairs + other.mrr10 * other.pairs) / all,
            all);
  }
}
