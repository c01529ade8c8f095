package jianglian.search.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.search.Candidate.Term;
import jianglian.search.words.Words;

/// Puts pairs of letters that overlap in the text asked with (钙钛, 钛矿) together again to the term
/// people know; pairs that are no word by themselves are left out as long as any term is left.
public final class Joined {
  private static final int LONGEST = 12;

  private final String folded;
  private final List<Occurrence> occurrences;
  private final Set<String> words;

  /// A term asked for where it stands in the text.
  private record Occurrence(int start, int end, Term term) {}

  private Joined(String folded, List<Occurrence> occurrences, Set<String> words) {
    this.folded = folded;
    this.occurrences = occurrences;
    this.words = words;
  }

  /// Read once for all entries that are compared with the text.
  public static Joined in(String folded, List<Term> asked) {
    var byWord = new HashMap<String, Term>();
    asked.forEach(it -> byWord.put(it.word(), it));
    var occurrences = new ArrayList<Occurrence>();
    for (var word : Words.spelled(folded)) {
      var term = byWord.get(word.text());
      if (term != null) occurrences.add(new Occurrence(word.start(), word.end(), term));
    }
    var words = Words.of(folded).stream().map(it -> it.text()).collect(Collectors.toSet());
    return new Joined(folded, occurrences, words);
  }

  /// The terms that are shared, each as informative as its rarest part, the most informative first.
  public List<Term> terms(Collection<Term> shared) {
    var held = new HashSet<>(shared);
    var found = new LinkedHashMap<String, Double>();
    var start = -1;
    var end = -1;
    var idf = 0.0;
    for (var it : occurrences) {
      if (!held.contains(it.term())) continue;
      if (start >= 0 && it.start() < end && it.end() - start <= LONGEST) {
        end = it.end();
        idf = Math.max(idf, it.term().idf());
        continue;
      }
      if (start >= 0) found.merge(trimmed(start, end), idf, Math::max);
      start = it.start();
      end = it.end();
      idf = it.term().idf();
    }
    if (start >= 0) found.merge(trimmed(start, end), idf, Math::max);
    return told(found);
  }

  private List<Term> told(Map<String, Double> found) {
    var terms =
        found.entrySet().stream()
            .filter(it -> !it.getKey().isEmpty())
            .map(it -> new Term(it.getKey(), it.getValue()))
            .sorted(Comparator.comparingDouble(it -> -it.idf()))
            .toList();
    var known = terms.stream().filter(it -> known(it.word())).toList();
    return known.isEmpty() ? terms : known;
  }

  private boolean known(String word) {
    return word.length() > 2 || !Words.han(word) || words.contains(word);
  }

  /// Without what says nothing at its ends (电池的).
  private String trimmed(int start, int end) {
    var from = start;
    var to = end;
    while (from < to && Words.empty(folded.substring(from, from + 1))) from++;
    while (to > from && Words.empty(folded.substring(to - 1, to))) to--;
    return to - from < 2 && Words.han(folded.substring(from, to)) ? "" : folded.substring(from, to);
  }
}
