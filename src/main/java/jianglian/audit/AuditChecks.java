package jianglian.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Verifications that run in the background and leave their result.
public interface AuditChecks {
  /// Starts one, unless one is running; answers the newest either way.
  Check start(Actor actor);

  Optional<Check> newest();

  /// `checked` of `total` links so far; the rest is null until it has finished. `stopped`: its
  /// process ended before it did.
  record Check(
      long id,
      Instant startedAt,
      long checked,
      long total,
      boolean stopped,
      @Nullable Instant finishedAt,
      @Nullable Verification result) {
    public boolean running() {
      return finishedAt == null && !stopped;
    }

    public boolean broken() {
      return result != null && !result.intact();
    }
  }
}
