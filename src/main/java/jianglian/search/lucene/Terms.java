package jianglian.search.lucene;

import java.io.IOException;
import java.util.List;
import jianglian.search.Candidate.Term;
import jianglian.search.question.Sought;
import org.apache.lucene.search.IndexSearcher;

/// The terms of a text that tell most about it, and where they stand.
record Terms(List<Term> best, Lexicon lexicon) {
  static Terms of(IndexSearcher searcher, Sought sought) throws IOException {
    var lexicon = Lexicon.of(searcher, sought.counts().keySet());
    return new Terms(sought.best(it -> lexicon.informativeness(it, sought.own())), lexicon);
  }
}
