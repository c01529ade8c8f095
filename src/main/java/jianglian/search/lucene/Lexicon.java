package jianglian.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Where the terms of one text stand in every segment and field, looked up once in order for all
/// that is asked about them afterwards.
final class Lexicon {
  private final IndexSearcher searcher;
  private final Map<Fields, Map<String, TermStates>> states = new EnumMap<>(Fields.class);

  private Lexicon(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  static Lexicon of(IndexSearcher searcher, Collection<String> words) throws IOException {
    var lexicon = new Lexicon(searcher);
    var ordered = new TreeSet<BytesRef>();
    for (var word : words) ordered.add(new BytesRef(word));
    for (var field : Fields.values()) {
      for (var leaf : searcher.getIndexReader().leaves()) {
        var terms = leaf.reader().terms(field.grams);
        if (terms != null) lexicon.read(field, leaf, terms.iterator(), ordered);
      }
    }
    return lexicon;
  }

  private void read(Fields field, LeafReaderContext leaf, TermsEnum all, Collection<BytesRef> words)
      throws IOException {
    var byWord = states.computeIfAbsent(field, _ -> new HashMap<>());
    for (var word : words) {
      if (!all.seekExact(word)) continue;
      byWord
          .computeIfAbsent(word.utf8ToString(), _ -> new TermStates(searcher.getTopReaderContext()))
          .register(all.termState(), leaf.ord, all.docFreq(), all.totalTermFreq());
    }
  }

  /// Empty where no entry has the word in the field.
  TermStates states(Fields field, String word) {
    var found = states.getOrDefault(field, Map.of()).get(word);
    return found == null ? new TermStates(searcher.getTopReaderContext()) : found;
  }

  TermQuery query(Fields field, String word) {
    return new TermQuery(new Term(field.grams, word), states(field, word));
  }

  /// 0 where no entry but `own` of them, those asked with, holds the word.
  double informativeness(String word, int own) {
    var holding = 0;
    for (var field : Fields.values()) holding = Math.max(holding, states(field, word).docFreq());
    if (holding <= own) return 0;
    return Informativeness.of(holding, searcher.getIndexReader().numDocs());
  }
}
