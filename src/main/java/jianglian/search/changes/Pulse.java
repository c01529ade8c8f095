package jianglian.search.changes;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a waiting thread; beats that come while it works count as one.
public final class Pulse {
  private final Semaphore beats = new Semaphore(0);

  public void beat() {
    beats.release();
  }

  public void await(Duration longest) {
    try {
      if (beats.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) beats.drainPermits();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
