package jianglian.matching.fairness;

import org.jspecify.annotations.Nullable;

/// How a listing stands among others: who brings it (`organisation` null: its park itself), what it
/// says (`digest` of exactly that; empty: not known), its open cases, and how many lists of others
/// it has ever come into.
public record Standing(
    long park,
    @Nullable Long organisation,
    String digest,
    Sketch sketch,
    int openCases,
    int shown) {
  /// After so many lists it is known as well as any other.
  static final int KNOWN = 3;

  /// Hardly any list has shown it.
  public boolean fresh() {
    return shown < KNOWN;
  }

  boolean sameBringer(Standing other) {
    return organisation == null
        ? other.organisation == null && park == other.park
        : organisation.equals(other.organisation);
  }
}
