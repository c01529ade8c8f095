package jianglian.search;

/// Where the index stands: `applied` of `newest` changes, entries held, and how many texts still
/// wait for their vectors.
public record SearchStatus(
    long applied, long newest, long entries, long vectorBacklog, double vectorsPerSecond) {

  /// Until no text waits any more, rounded up; 0 when none does or nobody knows how fast it goes.
  public long minutesLeft() {
    if (vectorsPerSecond <= 0) return 0;
    return (long) Math.ceil(vectorBacklog / vectorsPerSecond / 60);
  }
}
