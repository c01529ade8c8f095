package jianglian.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/// All that a question finds, a set of bits for each segment in which there is something.
record Found(Map<LeafReaderContext, FixedBitSet> segments) {
  static Found of(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new Gathering());
  }

  long total() {
    return segments.values().stream().mapToLong(FixedBitSet::cardinality).sum();
  }

  private static final class Gathering implements CollectorManager<Gathered, Found> {
    @Override
    public Gathered newCollector() {
      return new Gathered();
    }

    @Override
    public Found reduce(Collection<Gathered> collectors) {
      var all = new HashMap<LeafReaderContext, FixedBitSet>();
      for (var it : collectors)
        it.segments.forEach((leaf, some) -> all.merge(leaf, some, Found::or));
      return new Found(all);
    }
  }

  private static FixedBitSet or(FixedBitSet one, FixedBitSet other) {
    one.or(other);
    return one;
  }

  private static final class Gathered implements Collector {
    private final Map<LeafReaderContext, FixedBitSet> segments = new HashMap<>();

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      var bits = segments.computeIfAbsent(leaf, it -> new FixedBitSet(it.reader().maxDoc()));
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) {
          bits.set(document);
        }

        @Override
        public void collectRange(int from, int to) {
          bits.set(from, to);
        }
      };
    }
  }
}
