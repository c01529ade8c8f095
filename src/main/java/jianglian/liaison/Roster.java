package jianglian.liaison;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The officers of one park at one moment, and the fair choice among them: who is there before who
/// is away, then the fewest open matters, then the longest without a new one.
record Roster(List<Candidate> candidates) {
  record Candidate(Officer officer, @Nullable Long substitute, boolean away, Workload.Load load) {
    Instant lastGiven() {
      return load.lastGiven() == null ? Instant.EPOCH : load.lastGiven();
    }
  }

  private static final Comparator<Candidate> FAIR =
      Comparator.comparing(Candidate::away)
          .thenComparingInt(it -> it.load().open())
          .thenComparing(Candidate::lastGiven)
          .thenComparingLong(it -> it.officer().id());

  Optional<OfficerPair> choose() {
    return candidates.stream().min(FAIR).map(it -> new OfficerPair(it.officer(), substitute(it)));
  }

  /// The substitute named for this officer; when none is named or that one is away, the next in
  /// fairness.
  private @Nullable Officer substitute(Candidate chosen) {
    var others = candidates.stream().filter(it -> !it.equals(chosen)).sorted(FAIR).toList();
    Predicate<Candidate> named =
        it -> chosen.substitute() != null && it.officer().id() == chosen.substitute() && !it.away();
    return others.stream()
        .filter(named)
        .findFirst()
        .or(() -> others.stream().findFirst())
        .map(Candidate::officer)
        .orElse(null);
  }
}
