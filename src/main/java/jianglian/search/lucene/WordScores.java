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
  static List<WordScores> of(
      IndexSearcher searcher, List<Candidate.Term> terms, List<Integer> documents)
      throws IOException {
    var scores = new ArrayList<WordScores>();
    documents.forEach(_ -> scores.add(new WordScores()));
    for (var term : terms) {
      for (var field : Fields.values()) add(searcher, term, field, documents, scores);
    }
    return scores;
  }

  private static void add(
      IndexSearcher searcher,
      Candidate.Term word,
      Fields field,
      List<Integer> documents,
      List<WordScores> scores)
      throws IOException {
    var term = new Term(field.words, word.word());
    var states = TermStates.build(searcher, term, true);
    var collection = searcher.collectionStatistics(field.words);
    if (states.docFreq() == 0 || collection == null) return;
    var scorer =
        BM25.scorer(
            1, collection, searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
    var next = 0;
    for (var leaf : searcher.getIndexReader().leaves()) {
      var from = next;
      var end = leaf.docBase + leaf.reader().maxDoc();
      while (next < documents.size() && documents.get(next) < end) next++;
      if (from < next) {
        walk(
            leaf,
            new Asked(word, field, term, scorer),
            documents.subList(from, next),
            scores.subList(from, next));
      }
    }
  }

  private record Asked(Candidate.Term word, Fields field, Term term, SimScorer scorer) {}

  private static void walk(
      LeafReaderContext leaf, Asked asked, List<Integer> documents, List<WordScores> scores)
      throws IOException {
    var postings = leaf.reader().postings(asked.term, PostingsEnum.FREQS);
    if (postings == null) return;
    var norms = leaf.reader().getNormValues(asked.field.words);
    for (var i = 0; i < documents.size(); i++) {
      var document = documents.get(i) - leaf.docBase;
      if (postings.docID() < document) postings.advance(document);
      if (postings.docID() == DocIdSetIterator.NO_MORE_DOCS) return;
      if (postings.docID() != document) continue;
      var score = asked.scorer.score(postings.freq(), norm(norms, document));
      scores.get(i).add(asked.field, asked.word, score);
    }
  }

  private static long norm(@Nullable NumericDocValues norms, int document) throws IOException {
    return norms != null && norms.advanceExact(document) ? norms.longValue() : 1;
  }
}
