package jianglian.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.search.Candidate.Term;
import jianglian.search.CandidateRequest;
import jianglian.search.words.Folding;
import jianglian.search.words.Words;
import org.apache.lucene.search.IndexSearcher;

/// The words of a text that tell most about it: rare in the corpus, frequent in the text. Single
/// letters tell too little.
record Terms(List<Term> best, Lexicon lexicon) {
  private static final int MOST = 32;
  static final int READ = 4_000;

  /// A word of the title or a keyword counts like so many in the text.
  private static final int TITLE = 3;

  static Terms of(IndexSearcher searcher, CandidateRequest request) throws IOException {
    var counts = new HashMap<String, Integer>();
    count(request.title(), TITLE, counts);
    count(String.join("\n", request.keywords()), TITLE, counts);
    count(request.text(), 1, counts);
    var lexicon = Lexicon.of(searcher, counts.keySet());
    var weights = new HashMap<Term, Double>();
    for (var word : counts.entrySet()) {
      var idf = lexicon.informativeness(word.getKey());
      weights.put(new Term(word.getKey(), idf), idf * (1 + Math.log(word.getValue())));
    }
    var best =
        weights.entrySet().stream()
            .sorted(Comparator.comparingDouble(it -> -it.getValue()))
            .limit(MOST)
            .map(it -> it.getKey())
            .sorted(Comparator.comparingDouble(it -> -it.idf()))
            .toList();
    return new Terms(best, lexicon);
  }

  private static void count(String text, int times, Map<String, Integer> into) {
    var read = text.length() <= READ ? text : text.substring(0, READ);
    for (var word : Words.telling(Folding.fold(read))) {
      if (word.length() > 1) into.merge(word.text(), times, Integer::sum);
    }
  }
}
