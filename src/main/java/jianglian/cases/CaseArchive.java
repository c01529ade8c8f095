package jianglian.cases;

import java.time.Instant;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.matching.CodedReason;
import org.jspecify.annotations.Nullable;

/// Brings in cases that ran before this platform, or that a demo tells: the same rules as for any
/// case, at the times they happened.
public interface CaseArchive {

  /// One side asked the other; `accepted` null: it has not answered yet.
  record PastCase(
      long from,
      long to,
      String message,
      Actor asker,
      Instant askedAt,
      Actor accepter,
      @Nullable Instant acceptedAt,
      List<PastStep> steps,
      @Nullable PastEnd end) {}

  /// `to` TAKEN: the officer took it for the own side.
  record PastStep(CaseState to, Actor by, Instant at, String note, @Nullable CodedReason reason) {}

  record PastEnd(ClosingResult result, Actor by, Instant at, String note) {}

  void bring(PastCase past);
}
