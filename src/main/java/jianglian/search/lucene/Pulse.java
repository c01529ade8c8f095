package jianglian.search.lucene;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a waiting thread; beats that come while it works count as one.
final class Pulse {
  private final Semaphore beats = new Semaphore(0);

  void beat() {
    beats.release();
  }

  void await(Duration longest) {
    try {
      if (beats.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) beats.drainPermits();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
