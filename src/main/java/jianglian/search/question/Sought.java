package jianglian.search.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import jianglian.search.Candidate.Term;
import jianglian.search.CandidateRequest;
import jianglian.search.words.Folding;
import jianglian.search.words.Words;

/// What a text seeks, as terms: pairs of Han letters and words of other scripts, since pairs find
/// more than a dictionary's words where texts are full of new terms (docs/matching.md has the
/// figures). `counts` says how often each stands there, `ofTitle` which of them the title holds,
/// `folded` is the whole text, `own` how many entries of the index are that text itself.
public record Sought(Map<String, Integer> counts, Set<String> ofTitle, String folded, int own) {
  private static final int MOST = 32;

  /// What stands further on in a long text is not read.
  private static final int READ = 4_000;

  /// A term of the title or of a keyword counts like so many in the text.
  private static final int TITLE = 3;

  public static Sought of(CandidateRequest request) {
    var counts = new HashMap<String, Integer>();
    var title = terms(request.title());
    var keywords = String.join("\n", request.keywords());
    title.forEach(it -> counts.merge(it, TITLE, Integer::sum));
    terms(keywords).forEach(it -> counts.merge(it, TITLE, Integer::sum));
    terms(cut(request.text())).forEach(it -> counts.merge(it, 1, Integer::sum));
    var whole = request.title() + "\n" + keywords + "\n" + cut(request.text());
    var own = request.indexed() ? 1 : 0;
    return new Sought(counts, new HashSet<>(title), Folding.fold(whole), own);
  }

  private static List<String> terms(String text) {
    var terms = new ArrayList<String>();
    for (var word : Words.spelled(Folding.fold(text))) {
      if (word.length() > 1 && !Words.empty(word.text())) terms.add(word.text());
    }
    return terms;
  }

  /// Those that tell most about the text, the most informative first: rare in the corpus, frequent
  /// in the text. `informativeness` of a term that no other entry holds is 0: it would only take
  /// the place of one that can be found.
  public List<Term> best(ToDoubleFunction<String> informativeness) {
    var weights = new HashMap<Term, Double>();
    counts.forEach((word, count) -> {
      var idf = informativeness.applyAsDouble(word);
      if (idf > 0) weights.put(new Term(word, idf), idf * (1 + Math.log(count)));
    });
    return weights.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Term, Double>>comparingDouble(it -> -it.getValue())
                .thenComparing(it -> it.getKey().word()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .sorted(Comparator.<Term>comparingDouble(it -> -it.idf()).thenComparing(Term::word))
        .toList();
  }

  /// The share of the title's key terms, weighted by how informative they are, that is `shared`: 0
  /// to 1, and 0 where the title has none. `best` are the terms that were asked for.
  public double coverage(List<Term> best, Collection<Term> shared) {
    var whole = 0.0;
    var covered = 0.0;
    for (var term : best) {
      if (!ofTitle.contains(term.word())) continue;
      whole += term.idf();
      if (shared.contains(term)) covered += term.idf();
    }
    return whole == 0 ? 0 : covered / whole;
  }

  private static String cut(String text) {
    return text.length() <= READ ? text : text.substring(0, READ);
  }
}
