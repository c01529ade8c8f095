package jianglian.search;

/// How many texts still wait for their vectors, and how many a second get theirs.
public record VectorBacklog(long texts, double perSecond) {

  /// Until no text waits any more, rounded up; 0 when none does or nobody knows how fast it goes.
  public long minutesLeft() {
    if (perSecond <= 0) return 0;
    return (long) Math.ceil(texts / perSecond / 60);
  }
}
