package jianglian.search.lucene;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Feed;
import jianglian.search.changes.Key;
import jianglian.search.changes.Row;
import jianglian.search.changes.Snapshot;
import jianglian.search.changes.Sources;

/// Keeps one index up to date with the change log, durable and tidy. All writing to the index
/// happens in [#round], one thread at a time.
final class Follower implements Feed.Target {
  /// So few changes come from people, not from an import.
  private static final int FRESH = 50;

  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  /// Without any change the mark still moves on, so that the log can be pruned behind it.
  private static final Duration MARK_EVERY = Duration.ofHours(1);

  /// Longer than from one batch of vectors to the next, so that tidying does not slow them down.
  private static final Duration CALM = Duration.ofSeconds(20);

  private final Index index;
  private final Consumer<List<Key>> fresh;
  private final String origin;
  private final Feed feed;
  private boolean dirty;
  private boolean touched = true;
  private Instant changed = Instant.EPOCH;
  private Instant committed = Instant.EPOCH;

  private Follower(Index index, String origin, Consumer<List<Key>> fresh, Feeding feeding) {
    this.index = index;
    this.origin = origin;
    this.fresh = fresh;
    this.feed = feeding.into(this);
    this.dirty = feed.behind();
  }

  private interface Feeding {
    Feed into(Feed.Target target);
  }

  /// Goes on where the index stands. `fresh` hears of rows that changed a moment ago.
  static Follower resume(
      Index index, ChangeLog log, Sources sources, Mark mark, Consumer<List<Key>> fresh) {
    return new Follower(
        index, mark.origin(), fresh, it -> Feed.resume(it, log, sources, mark.snapshot()));
  }

  /// Fills an empty index from all rows; changes made meanwhile come first.
  static Follower fill(Index index, ChangeLog log, Sources sources, Consumer<List<Key>> fresh) {
    return new Follower(index, log.origin(), fresh, it -> Feed.fill(it, log, sources));
  }

  Index index() {
    return index;
  }

  /// Everything this snapshot saw can be found.
  Snapshot applied() {
    return feed.applied();
  }

  /// Whether the first filling is done.
  boolean whole() {
    return feed.whole();
  }

  /// Reads what is new and applies one chunk; false when nothing is left to do.
  boolean round() {
    return feed.round();
  }

  @Override
  public void take(Collection<Key> keys, Map<Key, Row> rows) {
    touched = true;
    index.busy();
    stream(keys)
        .forEach(key -> {
          var row = rows.get(key);
          if (row == null) index.remove(key);
          else index.put(key, Documents.of(row));
        });
    index.refresh();
    dirty = true;
    if (keys.size() <= FRESH) fresh.accept(List.copyOf(keys));
  }

  /// Makes durable what is applied, at most every few seconds; true when it did.
  boolean commit(Instant now) {
    if (!feed.whole() || feed.behind()) return false;
    if (committed.plus(dirty ? COMMIT_EVERY : MARK_EVERY).isAfter(now)) return false;
    index.commit(new Mark(origin, applied()));
    committed = now;
    dirty = false;
    return true;
  }

  /// Tidies the index once nothing has changed for a while.
  void tidy(Instant now) {
    if (touched) changed = now;
    else if (changed.plus(CALM).isBefore(now)) dirty |= index.tidy();
    touched = false;
  }

  private static Stream<Key> stream(Collection<Key> keys) {
    return keys.size() > 16 ? keys.parallelStream() : keys.stream();
  }
}
