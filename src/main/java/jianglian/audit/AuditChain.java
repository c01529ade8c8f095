package jianglian.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hash chain over all acts and the heads signed of it.
public interface AuditChain {
  /// Seals every act whose transaction is over; answers how many. At most one node seals at a time,
  /// the others answer 0.
  int seal();

  State state();

  /// Signs the chain's end as it stands; empty while nothing is sealed.
  Optional<AuditHead> sign();

  /// Signed heads above `position`, ascending, at most `size`.
  List<AuditHead> heads(long position, int size);

  /// The newest signed head.
  Optional<AuditHead> newestHead();

  /// Recomputes everything from the acts up, against the heads on record and those that someone has
  /// kept.
  Verification verify(List<KeptHead> kept, Progress progress);

  /// A head from somebody's own files.
  record KeptHead(String keeper, AuditHead head) {}

  /// `sealed` links, `waiting` acts not sealed yet, the oldest of them from `waitingSince`.
  record State(long sealed, long waiting, @Nullable Instant waitingSince) {}

  @FunctionalInterface
  interface Progress {
    void reached(long link, long of);
  }
}
