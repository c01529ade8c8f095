package jianglian.bench;

import java.util.Arrays;

/// How long each of many acts took, in nanoseconds.
final class Times {
  private long[] taken = new long[1_024];
  private int count;

  void add(long nanoseconds) {
    if (count == taken.length) taken = Arrays.copyOf(taken, count * 2);
    taken[count++] = nanoseconds;
  }

  void addAll(Times others) {
    for (var i = 0; i < others.count; i++) add(others.taken[i]);
  }

  void forget() {
    count = 0;
  }

  int count() {
    return count;
  }

  /// What the share of them (0.5, 0.99, 1) does not exceed.
  double milliseconds(double share) {
    if (count == 0) throw new IllegalStateException("nothing was measured");
    var sorted = Arrays.copyOf(taken, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (count * share))] / 1e6;
  }

  /// Done one after the other.
  double perSecond() {
    return count * 1e9 / Arrays.stream(taken, 0, count).sum();
  }
}
