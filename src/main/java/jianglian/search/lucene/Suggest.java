package jianglian.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.Suggestion;
import jianglian.search.words.Words;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Names, titles and keywords for what is being typed.
record Suggest(IndexSearcher searcher, String typed, Set<String> audiences, int size, long moment) {
  private static final int LOOKED_AT = 60;
  private static final int MOST_WORDS = 3;
  private static final int LONGEST = 40;

  /// Names come before titles.
  private static final Map<String, Float> KINDS = Map.of("park", 3f, "organisation", 2f);

  /// What begins as typed comes before what holds it further on, and what is exactly that before
  /// everything.
  private static final float BEGINS = 1.5f;

  private static final float EXACT = 10;

  /// Of two names alike the shorter is nearer to what was typed; at this length it counts half.
  private static final int HALF_LENGTH = 20;

  private record Found(Key key, Card card) {}

  List<Suggestion> run() throws IOException {
    if (typed.isEmpty() || typed.length() > LONGEST) return List.of();
    var found = new ArrayList<Found>();
    for (var document : searcher.search(query(), LOOKED_AT).scoreDocs) {
      found.add(new Found(Hits.key(searcher, document.doc), Hits.card(searcher, document.doc)));
    }
    var suggestions = new LinkedHashSet<Suggestion>(words(found));
    var titles = new LinkedHashSet<String>();
    found.stream()
        .sorted(Comparator.comparingDouble(this::rank))
        .filter(it -> titles.add(it.card().title()))
        .forEach(it -> suggestions.add(suggestion(it)));
    return suggestions.stream().limit(size).toList();
  }

  private Query query() {
    var query =
        new BooleanQuery.Builder()
            .add(Filters.of(audiences, List.of()), Occur.FILTER)
            .add(matching(), Occur.FILTER)
            .add(
                LongField.newDistanceFeatureQuery(
                    Fields.AT, 1, moment, Duration.ofDays(365).toMillis()),
                Occur.SHOULD)
            .add(
                LongField.newDistanceFeatureQuery(Fields.NAME_LENGTH, 1, 0, HALF_LENGTH),
                Occur.SHOULD)
            .add(constant(new PrefixQuery(new Term(Fields.NAME, typed)), BEGINS), Occur.SHOULD)
            .add(constant(new TermQuery(new Term(Fields.NAME, typed)), EXACT), Occur.SHOULD);
    KINDS.forEach((kind, weight) ->
        query.add(constant(new TermQuery(new Term(Fields.KIND, kind)), weight), Occur.SHOULD));
    return query.build();
  }

  private static Query constant(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }

  private Query matching() {
    if (Words.han(typed)) {
      var any = new BooleanQuery.Builder();
      for (var field : List.of(Fields.TITLE, Fields.KEYWORDS)) {
        Spelling.of(typed).addTo(any, field, 1);
      }
      return any.build();
    }
    return typed.length() <= Sounds.SHORT
        ? new TermQuery(new Term(Fields.SHORT_SOUND, typed))
        : new PrefixQuery(new Term(Fields.SOUND, typed));
  }

  /// Lower is better: the name itself, then kinds, then names that begin so, then short ones.
  private double rank(Found found) {
    var title = found.card().title();
    return -KINDS.getOrDefault(found.key().kind(), 0f)
        - (Sounds.begins(title, typed) ? BEGINS : 0)
        - (Sounds.whole(title).contains(typed) ? EXACT : 0)
        + Math.min(title.length(), 99) / 1000.0;
  }

  /// The keywords most entries found carry.
  private List<Suggestion> words(List<Found> found) {
    var counts = new HashMap<String, Integer>();
    for (var it : found) {
      for (var word : it.card().keywords()) {
        if (Sounds.begins(word, typed)) counts.merge(word, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(it -> it.getValue() > 1)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_WORDS)
        .map(it -> new Suggestion(it.getKey(), Suggestion.WORD, 0))
        .toList();
  }

  private static Suggestion suggestion(Found found) {
    return new Suggestion(found.card().title(), found.key().kind(), found.key().id());
  }
}
