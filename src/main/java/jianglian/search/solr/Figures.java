package jianglian.search.solr;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.search.question.Place;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.client.solrj.response.TermsResponse;
import org.jspecify.annotations.Nullable;

/// What the whole collection, over all its shards, says about words: how many entries there are, in
/// how many of them each word stands, and how long texts are.
final class Figures {
  private static final BM25Similarity BM25 = new BM25Similarity();

  private final long entries;
  private final Map<Place, Map<String, Long>> holding = new EnumMap<>(Place.class);
  private final Map<Place, Lengths> lengths = new EnumMap<>(Place.class);

  /// So many texts that have words, and so many words in them.
  private record Lengths(long texts, long words) {}

  private final Function<Place, String> field;

  private Figures(QueryResponse answer, Function<Place, String> field, Collection<String> words) {
    this.field = field;
    this.entries = answer.getResults().getNumFound();
    for (var place : Place.values()) {
      holding.put(place, holding(answer.getTermsResponse(), field.apply(place), words));
      var statistics = answer.getFieldStatsInfo();
      var it = statistics == null ? null : statistics.get(Schema.length(place));
      if (it == null || it.getCount() == null || it.getCount() == 0) continue;
      lengths.put(place, new Lengths(it.getCount(), ((Number) it.getSum()).longValue()));
    }
  }

  /// How many entries hold these words.
  static Figures of(Cluster cluster, String collection, Collection<String> words) {
    return asked(cluster, collection, Schema::words, words, Asked.all());
  }

  /// How many hold these terms, pairs of letters or words of other scripts, and the lengths of
  /// texts in them, for BM25.
  static Figures whole(Cluster cluster, String collection, Collection<String> words) {
    var asked = Asked.all().set("stats", "true");
    asked.set(
        "stats.field",
        Stream.of(Place.values())
            .map(it -> "{!count=true sum=true}" + Schema.length(it))
            .toArray(String[]::new));
    return asked(cluster, collection, Schema::grams, words, asked);
  }

  private static Figures asked(
      Cluster cluster,
      String collection,
      Function<Place, String> field,
      Collection<String> words,
      Asked asked) {
    asked.set("q", "*:*").rows(0);
    asked.set("terms", String.valueOf(!words.isEmpty()));
    // Ten, unless it is told otherwise, also of a list.
    asked.set("terms.limit", "-1");
    asked.set("terms.list", words.stream().distinct().collect(Collectors.joining(",")));
    asked.set("terms.fl", Stream.of(Place.values()).map(field).toArray(String[]::new));
    var answer = cluster.query(collection, Schema.FIGURES, asked.params());
    return new Figures(answer, field, words);
  }

  private static Map<String, Long> holding(
      @Nullable TermsResponse terms, String field, Collection<String> words) {
    var found = terms == null ? null : terms.getTerms(field);
    if (found == null || words.isEmpty()) return Map.of();
    var holding = new HashMap<String, Long>();
    found.forEach(it -> holding.put(it.getTerm(), it.getFrequency()));
    return holding;
  }

  long entries() {
    return entries;
  }

  /// In how many entries the word stands there.
  long holding(Place place, String word) {
    return holding.getOrDefault(place, Map.of()).getOrDefault(word, 0L);
  }

  /// Inverse document frequency as BM25 has it: ln(1 + (N - n + 0.5) / (n + 0.5)), where n of N
  /// entries hold the word in the place that holds it most often.
  double informativeness(String word) {
    var most = 0L;
    for (var place : Place.values()) most = Math.max(most, holding(place, word));
    var all = Math.max(1, entries);
    // Entries that were removed are counted for a while.
    var some = Math.min(most, all);
    return Math.log(1 + (all - some + 0.5) / (some + 0.5));
  }

  /// The same, and 0 for a word that no entry but `own` of them, those asked with, holds.
  double informativeness(String word, int own) {
    var held = Stream.of(Place.values()).anyMatch(it -> holding(it, word) > own);
    return held ? informativeness(word) : 0;
  }

  /// BM25 (Robertson and others 1994; k1 = 1.2, b = 0.75) of a word in a place, by Lucene's own
  /// code; null where nobody has it there.
  @Nullable SimScorer scorer(Place place, String word) {
    var it = lengths.get(place);
    var some = holding(place, word);
    if (it == null || some == 0) return null;
    // A removed entry may still be counted in one of the figures; only the ratios matter.
    var texts = Math.max(it.texts(), some);
    var all = Math.max(it.words(), texts);
    var name = field.apply(place);
    var collection = new CollectionStatistics(name, Math.max(entries, texts), texts, all, all);
    var term = new TermStatistics(new Term(name, new BytesRef(word)).bytes(), some, some);
    return BM25.scorer(1, collection, term);
  }
}
