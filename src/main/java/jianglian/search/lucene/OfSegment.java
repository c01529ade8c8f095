package jianglian.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;

/// Something read from a segment once and kept as long as the segment lives; segments never change.
final class OfSegment<T> {
  private final Map<Object, T> kept = new ConcurrentHashMap<>();
  private final Reading<T> reading;

  OfSegment(Reading<T> reading) {
    this.reading = reading;
  }

  interface Reading<T> {
    T of(LeafReaderContext leaf) throws IOException;
  }

  /// Two who ask at the same time may both read it.
  T get(LeafReaderContext leaf) throws IOException {
    var life = leaf.reader().getCoreCacheHelper();
    if (life == null) return reading.of(leaf);
    var known = kept.get(life.getKey());
    if (known != null) return known;
    var read = reading.of(leaf);
    var before = kept.putIfAbsent(life.getKey(), read);
    if (before != null) return before;
    life.addClosedListener(kept::remove);
    return read;
  }
}
