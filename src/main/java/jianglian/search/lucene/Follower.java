package jianglian.search.lucene;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/// Keeps one index up to date with the change log. All writing to the index happens in [#round],
/// one thread at a time, and every row is read as it stands, so the order of changes does not
/// matter and doing one twice does no harm.
final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int CHUNK = 500;

  /// So few changes come from people, not from an import.
  private static final int FRESH = 50;

  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  /// Without any change the mark still moves on, so that the log can be pruned behind it.
  private static final Duration MARK_EVERY = Duration.ofHours(1);

  /// Longer than from one batch of vectors to the next, so that tidying does not slow them down.
  private static final Duration CALM = Duration.ofSeconds(20);

  private final Index index;
  private final ChangeLog log;
  private final Sources sources;
  private final Consumer<List<Key>> fresh;
  private final String origin;
  private final SequencedSet<Key> waiting = new LinkedHashSet<>();
  private final Iterator<List<Key>> backfill;
  private Snapshot read;
  private volatile Snapshot applied;
  private volatile boolean whole;
  private boolean dirty;
  private boolean touched = true;
  private Instant changed = Instant.EPOCH;
  private Instant committed = Instant.EPOCH;
  private int limit = CHUNK;

  private Follower(
      Index index,
      ChangeLog log,
      Sources sources,
      Mark mark,
      Iterator<List<Key>> backfill,
      Consumer<List<Key>> fresh) {
    this.index = index;
    this.log = log;
    this.sources = sources;
    this.origin = mark.origin();
    this.read = mark.snapshot();
    this.applied = mark.snapshot();
    this.backfill = backfill;
    this.dirty = backfill.hasNext();
    this.fresh = fresh;
  }

  /// Goes on where the index stands. `fresh` hears of rows that changed a moment ago.
  static Follower resume(
      Index index, ChangeLog log, Sources sources, Mark mark, Consumer<List<Key>> fresh) {
    return new Follower(index, log, sources, mark, Collections.emptyIterator(), fresh);
  }

  /// Fills an empty index from all rows; changes made meanwhile come first.
  static Follower fill(Index index, ChangeLog log, Sources sources, Consumer<List<Key>> fresh) {
    var mark = new Mark(log.origin(), log.now());
    return new Follower(index, log, sources, mark, sources.all(), fresh);
  }

  Index index() {
    return index;
  }

  /// Everything this snapshot saw can be found.
  Snapshot applied() {
    return applied;
  }

  /// Whether the first filling is done.
  boolean whole() {
    return whole;
  }

  /// Reads what is new and applies one chunk; false when nothing is left to do.
  boolean round() {
    var delta = log.since(read);
    if (delta.torn()) throw new LogTorn();
    queue(delta.keys());
    read = delta.until();
    var chunk = chunk();
    if (!chunk.isEmpty()) attempt(chunk);
    if (!waiting.isEmpty() || backfill.hasNext()) return true;
    applied = read;
    whole = true;
    return false;
  }

  /// Makes durable what is applied, at most every few seconds; true when it did.
  boolean commit(Instant now) {
    if (!whole || !waiting.isEmpty()) return false;
    if (committed.plus(dirty ? COMMIT_EVERY : MARK_EVERY).isAfter(now)) return false;
    index.commit(new Mark(origin, applied));
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

  /// A handful of changes goes ahead of whatever waits: a fresh posting is found at once even while
  /// a hundred thousand imported rows are being read.
  private void queue(List<Key> keys) {
    if (keys.size() <= CHUNK) keys.reversed().forEach(waiting::addFirst);
    else waiting.addAll(keys);
  }

  private List<Key> chunk() {
    if (waiting.isEmpty() && backfill.hasNext()) waiting.addAll(backfill.next());
    var chunk = new ArrayList<Key>();
    while (!waiting.isEmpty() && chunk.size() < limit) chunk.add(waiting.removeFirst());
    return chunk;
  }

  /// A chunk that fails is tried again in halves until the row at fault stands alone; that row is
  /// left out, said so in the log, and read again at its next change.
  private void attempt(List<Key> chunk) {
    try {
      touched = true;
      index.busy();
      apply(chunk);
      index.refresh();
      dirty = true;
      if (chunk.size() <= FRESH) fresh.accept(chunk);
      limit = Math.min(CHUNK, limit * 2);
    } catch (DataAccessResourceFailureException | TransientDataAccessException outage) {
      chunk.reversed().forEach(waiting::addFirst);
      throw outage;
    } catch (DataAccessException | IllegalArgumentException | IllegalStateException fault) {
      if (chunk.size() == 1) {
        LOG.error("{} cannot be indexed and is left out", chunk.getFirst().text(), fault);
        return;
      }
      chunk.reversed().forEach(waiting::addFirst);
      limit = chunk.size() / 2;
    }
  }

  private void apply(Collection<Key> keys) {
    var documents = sources.load(keys);
    stream(keys)
        .forEach(key -> {
          var document = documents.get(key);
          if (document == null) index.remove(key);
          else index.put(key, document);
        });
    LOG.debug("indexed {} of {} rows", documents.size(), keys.size());
  }

  /// The log no longer holds everything this index lacks; it has to be built anew.
  static final class LogTorn extends RuntimeException {}

  private static Stream<Key> stream(Collection<Key> keys) {
    return keys.size() > 16 ? keys.parallelStream() : keys.stream();
  }
}
