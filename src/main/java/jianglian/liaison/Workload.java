package jianglian.liaison;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much lies on officers' desks. Modules that hand work to officers register one, so that new
/// work is shared out fairly.
public interface Workload {
  /// By person; who is missing has nothing.
  Map<Long, Load> of(Collection<Long> officers);

  /// Open matters, and when the last one was handed to this officer.
  record Load(int open, @Nullable Instant lastGiven) {
    public static final Load NONE = new Load(0, null);

    Load plus(Load other) {
      return new Load(open + other.open, later(lastGiven, other.lastGiven));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
      if (one == null || other == null) return one == null ? other : one;
      return one.isAfter(other) ? one : other;
    }
  }
}
