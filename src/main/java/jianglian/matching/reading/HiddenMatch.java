package jianglian.matching.reading;

/// A counterpart its reader called not suitable; it can be taken back.
public record HiddenMatch(long need, long offer, String title, String reason) {
  public String reasonKey() {
    return "coded-reason." + reason;
  }
}
