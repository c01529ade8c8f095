package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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

/// Counts everything that is found, and the values of facets among it.
final class FacetCounts implements CollectorManager<FacetCounts.Counting, FacetCounts.Counted> {
  private final List<String> facets;

  FacetCounts(List<String> facets) {
    this.facets = facets;
  }

  record Counted(long total, Map<String, List<Count>> facets) {}

  @Override
  public Counting newCollector() {
    return new Counting(facets);
  }

  /// The most frequent value first.
  @Override
  public Counted reduce(Collection<Counting> countings) {
    var all = new LinkedHashMap<String, List<Count>>();
    for (var facet : facets) {
      var sums = new HashMap<String, Long>();
      for (var counting : countings) {
        counting
            .counts
            .getOrDefault(facet, Map.of())
            .forEach((it, n) -> sums.merge(it, n, Long::sum));
      }
      all.put(
          facet,
          sums.entrySet().stream()
              .map(it -> new Count(it.getKey(), it.getValue()))
              .sorted((a, b) ->
                  a.count() == b.count()
                      ? a.value().compareTo(b.value())
                      : Long.compare(b.count(), a.count()))
              .toList());
    }
    return new Counted(countings.stream().mapToLong(it -> it.total).sum(), all);
  }

  static final class Counting implements Collector {
    private static final int BLOCK = 1_024;

    private final List<String> facets;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private long total;

    Counting(List<String> facets) {
      this.facets = facets;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      var ofLeaf = new ArrayList<FacetOfLeaf>();
      for (var facet : facets) ofLeaf.add(FacetOfLeaf.of(leaf, field(facet)));
      var documents = new int[BLOCK];
      return new LeafCollector() {
        private int held;

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
          if (held == BLOCK) count();
          documents[held++] = document;
        }

        @Override
        public void finish() throws IOException {
          count();
          for (var i = 0; i < facets.size(); i++) {
            ofLeaf.get(i).addTo(counts.computeIfAbsent(facets.get(i), _ -> new HashMap<>()));
          }
        }

        // One facet after the other, so that each runs through values of one kind.
        private void count() throws IOException {
          for (var facet : ofLeaf) facet.count(documents, held);
          total += held;
          held = 0;
        }
      };
    }

    private static String field(String facet) {
      return facet.equals(SearchRequest.ENTRY_KINDS) ? Fields.KIND : Fields.facet(facet);
    }
  }
}
