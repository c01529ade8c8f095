package jianglian.search.solr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult.Count;
import jianglian.search.changes.Key;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.client.solrj.response.json.BucketJsonFacet;

/// Counts the values of facets: in Solr of what is found by words, here of what is found by meaning
/// alone.
record SolrFacets(List<String> facets) {
  private static final Comparator<Count> MOST_FREQUENT =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  Asked ask(Asked asked) {
    if (facets.isEmpty()) return asked;
    var terms = new ArrayList<String>();
    for (var i = 0; i < facets.size(); i++) {
      terms.add("f%d:{type:terms,field:'%s',limit:-1}".formatted(i, field(facets.get(i))));
    }
    return asked.set("json.facet", "{" + String.join(",", terms) + "}");
  }

  private static String field(String facet) {
    return facet.equals(SearchRequest.ENTRY_KINDS) ? Schema.KIND : Schema.facet(facet);
  }

  /// The most frequent value first.
  Map<String, List<Count>> of(QueryResponse counted, List<Near> alone) {
    var counts = new LinkedHashMap<String, List<Count>>();
    for (var i = 0; i < facets.size(); i++) {
      var facet = facets.get(i);
      var sums = sums(counted, "f" + i);
      for (var it : alone) values(facet, it).forEach(value -> sums.merge(value, 1L, Long::sum));
      counts.put(
          facet,
          sums.entrySet().stream()
              .map(it -> new Count(it.getKey(), it.getValue()))
              .sorted(MOST_FREQUENT)
              .toList());
    }
    return counts;
  }

  private static Map<String, Long> sums(QueryResponse counted, String name) {
    var sums = new HashMap<String, Long>();
    var answer = counted.getJsonFacetingResponse();
    var told = answer == null ? null : answer.getBucketBasedFacets(name);
    var buckets = told == null ? List.<BucketJsonFacet>of() : told.getBuckets();
    buckets.forEach(it -> sums.put(String.valueOf(it.getVal()), it.getCount()));
    return sums;
  }

  private static Set<String> values(String facet, Near it) {
    if (facet.equals(SearchRequest.ENTRY_KINDS)) return Set.of(Key.of(it.key()).kind());
    return it.card().facets().getOrDefault(facet, Set.of());
  }
}
