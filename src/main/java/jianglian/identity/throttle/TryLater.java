package jianglian.identity.throttle;

import java.time.Duration;
import jianglian.web.Fault;
import jianglian.web.Refusal;

/// Too many tries have failed; the next is looked at after `wait`.
public class TryLater extends Refusal {
  private final Duration wait;

  public TryLater(Duration wait) {
    super(429, key(wait), amount(wait));
    this.wait = wait;
  }

  public long seconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  public Fault at(String pointer) {
    return Fault.at(pointer, key(wait), amount(wait));
  }

  private static String key(Duration wait) {
    return wait.compareTo(Duration.ofSeconds(90)) < 0 ? "throttle.seconds" : "throttle.minutes";
  }

  private static long amount(Duration wait) {
    return key(wait).equals("throttle.seconds")
        ? Math.max(1, wait.plusMillis(999).toSeconds())
        : wait.plusSeconds(59).toMinutes();
  }
}
