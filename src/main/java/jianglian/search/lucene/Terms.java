package jianglian.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import jianglian.search.Candidate.Term;
import jianglian.search.question.Sought;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// The terms of a text that tell most about it, and where they stand.
record Terms(List<Term> best, Map<String, Map<Fields, TermStates>> places) {
  static Terms of(IndexSearcher searcher, Sought sought) throws IOException {
    var lexicon = searcher instanceof Searcher ours ? ours.lexicon() : new Lexicon(searcher);
    var places = lexicon.of(sought.counts().keySet());
    var entries = searcher.getIndexReader().numDocs();
    var best =
        sought.best(
            it -> informativeness(places.getOrDefault(it, Map.of()), sought.own(), entries));
    return new Terms(best, places);
  }

  /// 0 where no entry but `own` of them, those asked with, holds the word.
  private static double informativeness(Map<Fields, TermStates> states, int own, int entries) {
    var holding = states.values().stream().mapToInt(TermStates::docFreq).max().orElse(0);
    return holding <= own ? 0 : Informativeness.of(holding, entries);
  }

  /// Null where no entry has the word in the field.
  @Nullable TermStates states(Fields field, String word) {
    return places.getOrDefault(word, Map.of()).get(field);
  }

  /// The same as a query.
  @Nullable TermQuery query(Fields field, String word) {
    var states = states(field, word);
    if (states == null) return null;
    return new TermQuery(new org.apache.lucene.index.Term(field.grams, word), states);
  }
}
