package jianglian.matching.model;

import java.time.LocalDate;
import jianglian.search.Candidate;

/// Someone who seeks and what was found for them, with the raw figures of the search engine. The
/// figures of texts belong to the pair, whichever of the two was looked up by the other.
public record Pair(Subject seeker, Subject found, Candidate figures, LocalDate today) {
  public static Pair of(Subject seeker, Candidate found, LocalDate today) {
    return new Pair(seeker, Subject.of(found), found, today);
  }

  /// The same pair as it stands in the list of the one that was found.
  public Pair turned() {
    return new Pair(/* seeker= */ found, /* found= */ seeker, figures, today);
  }

  /// Looked at by itself, without the others it would be compared with.
  public Pair alone() {
    return new Pair(seeker, found, figures.alone(), today);
  }

  Subject need() {
    return seeker.kind().equals("offer") ? found : seeker;
  }

  Subject offer() {
    return seeker.kind().equals("offer") ? seeker : found;
  }
}
