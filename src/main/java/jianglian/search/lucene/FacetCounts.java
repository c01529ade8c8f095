package jianglian.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult.Count;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/// Counts everything that is found, and the values of facets among it.
record FacetCounts(List<String> facets)
    implements CollectorManager<FacetCounts.Found, FacetCounts.Counted> {
  private static final Comparator<Count> MOST_FREQUENT =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  record Counted(long total, Map<String, List<Count>> facets) {}

  @Override
  public Found newCollector() {
    return new Found();
  }

  @Override
  public Counted reduce(Collection<Found> collectors) throws IOException {
    var found = new HashMap<LeafReaderContext, FixedBitSet>();
    for (var collector : collectors) {
      collector.leaves.forEach((leaf, some) -> found.merge(leaf, some, FacetCounts::both));
    }
    var total = found.values().stream().mapToLong(FixedBitSet::cardinality).sum();
    return new Counted(total, counts(found));
  }

  /// The values among what was found, a set of bits for each segment.
  Map<String, List<Count>> counts(Map<LeafReaderContext, FixedBitSet> found) throws IOException {
    var counts = new LinkedHashMap<String, List<Count>>();
    for (var facet : facets) counts.put(facet, counts(facet, found));
    return counts;
  }

  /// The most frequent value first.
  private static List<Count> counts(String facet, Map<LeafReaderContext, FixedBitSet> found)
      throws IOException {
    var field = facet.equals(SearchRequest.ENTRY_KINDS) ? Fields.KIND : Fields.facet(facet);
    var sums = new HashMap<String, Long>();
    for (var it : found.entrySet()) {
      FacetOfLeaf.of(it.getKey(), field).count(it.getKey(), it.getValue(), sums);
    }
    return sums.entrySet().stream()
        .map(it -> new Count(it.getKey(), it.getValue()))
        .sorted(MOST_FREQUENT)
        .toList();
  }

  private static FixedBitSet both(FixedBitSet one, FixedBitSet other) {
    one.or(other);
    return one;
  }

  /// The documents found, a set of bits for each segment.
  static final class Found implements Collector {
    private final Map<LeafReaderContext, FixedBitSet> leaves = new HashMap<>();

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      var found = leaves.computeIfAbsent(leaf, it -> new FixedBitSet(it.reader().maxDoc()));
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) {
          found.set(document);
        }

        @Override
        public void collectRange(int from, int to) {
          found.set(from, to);
        }
      };
    }
  }
}
