package jianglian.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult.Count;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts the values of facets among everything that is found.
final class FacetCounts
    implements CollectorManager<FacetCounts.Counting, Map<String, List<Count>>> {
  private final List<String> facets;

  FacetCounts(List<String> facets) {
    this.facets = facets;
  }

  @Override
  public Counting newCollector() {
    return new Counting(facets);
  }

  /// The most frequent value first.
  @Override
  public Map<String, List<Count>> reduce(Collection<Counting> countings) {
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
    return all;
  }

  static final class Counting implements Collector {
    private final List<String> facets;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    Counting(List<String> facets) {
      this.facets = facets;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      var values = new SortedSetDocValues[facets.size()];
      var found = new int[facets.size()][];
      for (var i = 0; i < values.length; i++) {
        values[i] = DocValues.getSortedSet(leaf.reader(), field(facets.get(i)));
        found[i] = new int[(int) values[i].getValueCount()];
      }
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
          for (var i = 0; i < values.length; i++) {
            if (!values[i].advanceExact(document)) continue;
            for (var left = values[i].docValueCount(); left > 0; left--) {
              found[i][(int) values[i].nextOrd()]++;
            }
          }
        }

        @Override
        public void finish() throws IOException {
          for (var i = 0; i < values.length; i++) add(facets.get(i), values[i], found[i]);
        }
      };
    }

    private void add(String facet, SortedSetDocValues values, int[] found) throws IOException {
      var sums = counts.computeIfAbsent(facet, _ -> new HashMap<>());
      for (var ord = 0; ord < found.length; ord++) {
        if (found[ord] == 0) continue;
        sums.merge(values.lookupOrd(ord).utf8ToString(), (long) found[ord], Long::sum);
      }
    }

    private static String field(String facet) {
      return facet.equals(SearchRequest.ENTRY_KINDS) ? Fields.KIND : Fields.facet(facet);
    }
  }
}
