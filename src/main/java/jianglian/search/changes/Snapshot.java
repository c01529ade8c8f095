package jianglian.search.changes;

/// What PostgreSQL's `pg_current_snapshot()` said: exactly which transactions were seen. As the
/// index's cursor it needs no order among commits: whatever it did not see is new.
public record Snapshot(String text) {
  /// Every transaction below had ended.
  public long oldestRunning() {
    return Long.parseUnsignedLong(text, 0, text.indexOf(':'), 10);
  }

  /// No transaction from here on had begun.
  public long next() {
    var colon = text.indexOf(':');
    return Long.parseUnsignedLong(text, colon + 1, text.indexOf(':', colon + 1), 10);
  }
}
