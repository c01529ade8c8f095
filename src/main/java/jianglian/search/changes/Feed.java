package jianglian.search.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import jianglian.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/// Brings one index up to date with the change log. All writing to it happens in [#round], one
/// thread at a time, and every row is read as it stands, so the order of changes does not matter
/// and doing one twice does no harm.
public final class Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int CHUNK = 500;

  private final Target target;
  private final ChangeLog log;
  private final Sources sources;
  private final SequencedSet<Key> waiting = new LinkedHashSet<>();
  private final Iterator<List<Key>> backfill;
  private Snapshot read;
  private volatile Snapshot applied;
  private volatile boolean whole;
  private int limit = CHUNK;

  /// The index that is fed.
  public interface Target {
    /// Puts the rows of those keys that have one and removes the others; then they can be found so.
    void take(Collection<Key> keys, Map<Key, Row> rows);
  }

  private Feed(
      Target target, ChangeLog log, Sources sources, Snapshot from, Iterator<List<Key>> backfill) {
    this.target = target;
    this.log = log;
    this.sources = sources;
    this.read = from;
    this.applied = from;
    this.backfill = backfill;
  }

  /// Goes on where the index stands.
  public static Feed resume(Target target, ChangeLog log, Sources sources, Snapshot from) {
    return new Feed(target, log, sources, from, Collections.emptyIterator());
  }

  /// Fills an empty index from all rows; changes made meanwhile come first.
  public static Feed fill(Target target, ChangeLog log, Sources sources) {
    return new Feed(target, log, sources, log.now(), sources.all());
  }

  /// Everything this snapshot saw can be found.
  public Snapshot applied() {
    return applied;
  }

  /// Whether the first filling is done.
  public boolean whole() {
    return whole;
  }

  /// Whether rows are known that the index does not have yet.
  public boolean behind() {
    return !waiting.isEmpty() || backfill.hasNext();
  }

  /// Reads what is new and applies one chunk; false when nothing is left to do.
  public boolean round() {
    var delta = log.since(read);
    if (delta.torn()) throw new LogTorn();
    queue(delta.keys());
    read = delta.until();
    var chunk = chunk();
    if (!chunk.isEmpty()) attempt(chunk);
    if (behind()) return true;
    applied = read;
    whole = true;
    return false;
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
      target.take(chunk, sources.load(chunk));
      limit = Math.min(CHUNK, limit * 2);
    } catch (DataAccessResourceFailureException
        | TransientDataAccessException
        | SearchUnavailable outage) {
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

  /// The log no longer holds everything this index lacks; it has to be built anew.
  public static final class LogTorn extends RuntimeException {}
}
