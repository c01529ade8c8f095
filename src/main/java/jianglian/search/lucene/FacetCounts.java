package jianglian.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult.Count;

/// Counts the values of facets among what was found.
record FacetCounts(List<String> facets) {
  private static final Comparator<Count> MOST_FREQUENT =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  Map<String, List<Count>> of(Found found) throws IOException {
    var counts = new LinkedHashMap<String, List<Count>>();
    for (var facet : facets) counts.put(facet, counts(facet, found));
    return counts;
  }

  /// The most frequent value first.
  private static List<Count> counts(String facet, Found found) throws IOException {
    var field = facet.equals(SearchRequest.ENTRY_KINDS) ? Fields.KIND : Fields.facet(facet);
    var sums = new HashMap<String, Long>();
    for (var it : found.segments().entrySet()) {
      FacetOfLeaf.of(it.getKey(), field).count(it.getKey(), it.getValue(), sums);
    }
    return sums.entrySet().stream()
        .map(it -> new Count(it.getKey(), it.getValue()))
        .sorted(MOST_FREQUENT)
        .toList();
  }
}
