package jianglian.search.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jianglian.search.Candidate.Term;
import org.jspecify.annotations.Nullable;

/// Puts pairs of letters that overlap in the text asked with (钙钛, 钛矿) together again to the term
/// people know.
public final class Joined {
  private Joined() {}

  public static List<Term> terms(List<Term> shared, String asked) {
    var terms = new ArrayList<>(shared);
    for (var i = 0; i < terms.size(); i++) {
      for (var j = 0; j < terms.size(); j++) {
        var joined = i == j ? null : join(terms.get(i), terms.get(j), asked);
        if (joined == null) continue;
        terms.set(i, joined);
        terms.remove(j);
        if (j < i) i--;
        j = -1;
      }
    }
    terms.sort(Comparator.comparingDouble(it -> -it.idf()));
    return List.copyOf(terms);
  }

  /// The joined term is as informative as its rarer part.
  private static @Nullable Term join(Term one, Term next, String asked) {
    if (next.word().length() != 2 || !one.word().endsWith(next.word().substring(0, 1))) return null;
    var word = one.word() + next.word().charAt(1);
    return asked.contains(word) ? new Term(word, Math.max(one.idf(), next.idf())) : null;
  }
}
