package jianglian.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// Where terms stand in every segment and field of one state of the index, looked up once in order
/// for all that is asked about them afterwards; what one text was asked with, the next one often is
/// too.
final class Lexicon {
  /// Beyond so many it begins anew: the rare ones, which are most, seldom come again.
  private static final int MOST = 30_000;

  private final IndexSearcher searcher;
  private final Map<String, Map<Fields, TermStates>> known = new ConcurrentHashMap<>();

  Lexicon(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /// By word and field; a field that does not hold the word is missing.
  Map<String, Map<Fields, TermStates>> of(Collection<String> words) throws IOException {
    var found = new HashMap<String, Map<Fields, TermStates>>();
    var unknown = new TreeMap<BytesRef, String>();
    for (var word : words) {
      var states = known.get(word);
      if (states == null) unknown.put(new BytesRef(word), word);
      else found.put(word, states);
    }
    if (unknown.isEmpty()) return found;
    var read = read(unknown);
    if (known.size() + read.size() > MOST) known.clear();
    known.putAll(read);
    found.putAll(read);
    return found;
  }

  private Map<String, Map<Fields, TermStates>> read(Map<BytesRef, String> words)
      throws IOException {
    var read = new HashMap<String, Map<Fields, TermStates>>();
    words.values().forEach(it -> read.put(it, new EnumMap<>(Fields.class)));
    for (var field : Fields.values()) {
      for (var leaf : searcher.getIndexReader().leaves()) {
        var terms = leaf.reader().terms(field.grams);
        if (terms != null) read(field, leaf, terms.iterator(), words, read);
      }
    }
    return read;
  }

  private void read(
      Fields field,
      LeafReaderContext leaf,
      TermsEnum all,
      Map<BytesRef, String> words,
      Map<String, Map<Fields, TermStates>> into)
      throws IOException {
    for (var word : words.entrySet()) {
      if (!all.seekExact(word.getKey())) continue;
      into.getOrDefault(word.getValue(), Map.of())
          .computeIfAbsent(field, _ -> new TermStates(searcher.getTopReaderContext()))
          .register(all.termState(), leaf.ord, all.docFreq(), all.totalTermFreq());
    }
  }
}
