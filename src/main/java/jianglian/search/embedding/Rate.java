package jianglian.search.embedding;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many a second, over the last seconds.
final class Rate {
  private static final long WINDOW = Duration.ofSeconds(10).toNanos();

  private record Done(long at, long count, long took) {}

  private final Deque<Done> done = new ArrayDeque<>();

  synchronized void add(long count, Duration took) {
    done.addLast(new Done(System.nanoTime(), count, took.toNanos()));
    forget();
  }

  synchronized double perSecond() {
    forget();
    var took = done.stream().mapToLong(Done::took).sum();
    return took == 0 ? 0 : done.stream().mapToLong(Done::count).sum() * 1e9 / took;
  }

  private void forget() {
    var horizon = System.nanoTime() - WINDOW;
    while (!done.isEmpty() && done.getFirst().at() < horizon) done.removeFirst();
  }
}
