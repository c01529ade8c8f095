package jianglian.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// Inverse document frequency as BM25 has it: ln(1 + (N - n + 0.5) / (n + 0.5)), where n of N
/// entries hold the word in the field that holds it most often.
final class Informativeness {
  private Informativeness() {}

  static float of(IndexSearcher searcher, String word) throws IOException {
    var reader = searcher.getIndexReader();
    var holding = 0;
    for (var field : Fields.values()) {
      holding = Math.max(holding, reader.docFreq(new Term(field.words, word)));
    }
    return (float) of(holding, reader.numDocs());
  }

  static double of(int holding, int entries) {
    var all = Math.max(1, entries);
    // Entries that were removed are counted for a while.
    var some = Math.min(holding, all);
    return Math.log(1 + (all - some + 0.5) / (some + 0.5));
  }
}
