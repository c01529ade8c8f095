package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jianglian.search.Candidate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// BM25 of one document per field (Robertson and others 1994; k1 = 1.2, b = 0.75, as Lucene has
/// it), with the terms it shares.
final class WordScores {
  private static final BM25Similarity BM25 = new BM25Similarity();

  private double title;
  private double keywords;
  private double text;
  private final List<Candidate.Term> shared = new ArrayList<>();

  double title() {
    return title;
  }

  double keywords() {
    return keywords;
  }

  double text() {
    return text;
  }

  List<Candidate.Term> shared() {
    return shared;
  }

  double sum() {
    return Fields.TITLE.weight * title
        + Fields.KEYWORDS.weight * keywords
        + Fields.TEXT.weight * text;
  }

  private void add(Fields field, Candidate.Term word, double score) {
    switch (field) {
      case TITLE -> title += score;
      case KEYWORDS -> keywords += score;
      case TEXT -> text += score;
    }
    if (!shared.contains(word)) shared.add(word);
  }

  /// For documents in ascending order; one walk along each term's postings.
  static List<WordScores> of(IndexSearcher searcher, Terms terms, List<Integer> documents)
      throws IOException {
    var scores = new ArrayList<WordScores>();
    documents.forEach(_ -> scores.add(new WordScores()));
    for (var field : Fields.values()) {
      var collection = searcher.collectionStatistics(field.grams);
      if (collection == null) continue;
      for (var term : terms.best()) {
        var states = terms.states(field, term.word());
        if (states == null) continue;
        var statistics =
            searcher.termStatistics(
                new Term(field.grams, term.word()), states.docFreq(), states.totalTermFreq());
        new Walk(searcher, term, field, states, BM25.scorer(1, collection, statistics))
            .add(documents, scores);
      }
    }
    return scores;
  }

  private record Walk(
      IndexSearcher searcher,
      Candidate.Term word,
      Fields field,
      TermStates states,
      SimScorer scorer) {
    void add(List<Integer> documents, List<WordScores> scores) throws IOException {
      var next = 0;
      for (var leaf : searcher.getIndexReader().leaves()) {
        var from = next;
        var end = leaf.docBase + leaf.reader().maxDoc();
        while (next < documents.size() && documents.get(next) < end) next++;
        if (from < next) add(leaf, documents.subList(from, next), scores.subList(from, next));
      }
    }

    private void add(LeafReaderContext leaf, List<Integer> documents, List<WordScores> scores)
        throws IOException {
      var postings = postings(leaf);
      if (postings == null) return;
      var norms = leaf.reader().getNormValues(field.grams);
      for (var i = 0; i < documents.size(); i++) {
        var document = documents.get(i) - leaf.docBase;
        if (postings.docID() < document) postings.advance(document);
        if (postings.docID() == DocIdSetIterator.NO_MORE_DOCS) return;
        if (postings.docID() != document) continue;
        scores.get(i).add(field, word, scorer.score(postings.freq(), norm(norms, document)));
      }
    }

    private @Nullable PostingsEnum postings(LeafReaderContext leaf) throws IOException {
      var known = states.get(leaf);
      var terms = known == null ? null : leaf.reader().terms(field.grams);
      if (terms == null || known == null) return null;
      var all = terms.iterator();
      all.seekExact(new BytesRef(word.word()), known.get());
      return all.postings(null, PostingsEnum.FREQS);
    }
  }

  private static long norm(@Nullable NumericDocValues norms, int document) throws IOException {
    return norms != null && norms.advanceExact(document) ? norms.longValue() : 1;
  }
}
