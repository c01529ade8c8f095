package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jianglian.search.words.Folding;
import jianglian.search.words.Synonyms;
import jianglian.search.words.Word;
import jianglian.search.words.Words;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What a person typed, as a question to the index. Nothing in it is syntax: any text may be typed.
/// `seams` are the pairs of letters where one word meets the next; who has them has the words side
/// by side.
record TextQuery(List<Unit> units, Set<String> seams, List<String> codes, String name) {
  /// So much of what was typed is read.
  private static final int LONGEST = 600;

  private static final int MOST_UNITS = 40;
  private static final float SEAM = 0.3f;
  private static final float CODE = 4;
  private static final float NAME = 2;

  /// Words found in title, keywords and text together reach about so many times their
  /// informativeness; it brings the score of a good hit near 1.
  private static final float GOOD = 3;

  static TextQuery of(String typed, Synonyms synonyms) {
    var text = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    var folded = Folding.fold(text);
    var words = Words.of(folded);
    var asked = asked(words, synonyms.in(folded, words));
    var units = new LinkedHashMap<String, Unit>();
    for (var word : asked) {
      if (units.size() < MOST_UNITS)
        units.computeIfAbsent(word.text(), _ -> Unit.of(word, synonyms));
    }
    return new TextQuery(
        List.copyOf(units.values()), seams(folded, asked), Codes.in(text), Sounds.written(folded));
  }

  boolean empty() {
    return units.isEmpty() && codes.isEmpty();
  }

  /// Scores lie around 0 (hardly anything said) to 1 (all said), whatever the length of the
  /// question; an entry with exactly the code typed stands above all others, and one that is called
  /// exactly so above those that only hold the words.
  Query query(IndexSearcher searcher) throws IOException {
    var any = new BooleanQuery.Builder();
    if (!units.isEmpty()) any.add(words(searcher), Occur.SHOULD);
    for (var code : codes) {
      var exact = new ConstantScoreQuery(new TermQuery(new Term(Fields.CODE, code)));
      any.add(new BoostQuery(exact, CODE), Occur.SHOULD);
    }
    var called = new ConstantScoreQuery(new TermQuery(new Term(Fields.NAME, name)));
    any.add(new BoostQuery(called, NAME), Occur.SHOULD);
    return any.build();
  }

  private Query words(IndexSearcher searcher) throws IOException {
    var enough = new BooleanQuery.Builder();
    units.forEach(it -> enough.add(it.query(), Occur.SHOULD));
    enough.setMinimumNumberShouldMatch(needed(units.size()));
    var all = new BooleanQuery.Builder().add(enough.build(), Occur.MUST);
    for (var seam : seams) {
      for (var field : Fields.values()) {
        var pair = new TermQuery(new Term(field.grams, seam));
        all.add(new BoostQuery(pair, SEAM * field.weight), Occur.SHOULD);
      }
    }
    return new BoostQuery(all.build(), 1 / (GOOD * weight(searcher)));
  }

  /// How many of the words must be there: all of two, two in five of more. Asking for more of them
  /// loses the answers to questions put as sentences.
  private static int needed(int units) {
    return units <= 2 ? units : (int) Math.ceil(units * 0.4);
  }

  private float weight(IndexSearcher searcher) throws IOException {
    var sum = 0f;
    for (var unit : units) {
      for (var word : unit.typed().words()) sum += Informativeness.of(searcher, word);
    }
    return Math.max(sum, 0.1f);
  }

  /// The words that tell something, and in place of the words inside them the listed ones.
  private static List<Word> asked(List<Word> words, List<Word> listed) {
    var asked = new ArrayList<>(listed);
    for (var word : words) {
      var inside = listed.stream().anyMatch(it -> it.holds(word));
      if (!inside && !Words.empty(word.text())) asked.add(word);
    }
    if (asked.isEmpty()) return words;
    asked.sort(Comparator.comparingInt(Word::start));
    return asked;
  }

  private static Set<String> seams(String folded, List<Word> words) {
    var seams = new LinkedHashSet<String>();
    for (var i = 1; i < words.size() && seams.size() < MOST_UNITS; i++) {
      var at = words.get(i).start();
      if (words.get(i - 1).end() != at) continue;
      var seam = folded.substring(at - 1, at + 1);
      if (seam.chars().allMatch(Character::isIdeographic)) seams.add(seam);
    }
    return seams;
  }
}
