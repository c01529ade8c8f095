package jianglian.search.question;

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

/// What a person typed, as a question to an index. Nothing in it is syntax: any text may be typed.
/// `seams` are the pairs of letters where one word meets the next; who has them has the words side
/// by side.
public record Question(List<Unit> units, Set<String> seams, List<String> codes, String name) {
  /// So much of what was typed is read.
  private static final int LONGEST = 600;

  private static final int MOST_UNITS = 40;

  /// What a seam counts in a place, beside its weight.
  public static final float SEAM = 0.3f;

  public static final float CODE = 4;
  public static final float NAME = 2;

  /// Words found in title, keywords and text together reach about so many times their
  /// informativeness; it brings the score of a good hit near 1.
  private static final float GOOD = 3;

  public static Question of(String typed, Synonyms synonyms) {
    var text = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    var folded = Folding.fold(text);
    var words = Words.of(folded);
    var asked = asked(words, synonyms.in(folded, words));
    var units = new LinkedHashMap<String, Unit>();
    for (var word : asked) {
      if (units.size() < MOST_UNITS)
        units.computeIfAbsent(word.text(), _ -> Unit.of(word, synonyms));
    }
    return new Question(
        List.copyOf(units.values()), seams(folded, asked), Codes.in(text), Sounds.written(folded));
  }

  public boolean empty() {
    return units.isEmpty() && codes.isEmpty();
  }

  /// How many of the units must be there: all of two, two in five of more. Asking for more of them
  /// loses the answers to questions put as sentences.
  public int needed() {
    return units.size() <= 2 ? units.size() : (int) Math.ceil(units.size() * 0.4);
  }

  /// All words of the units as they were typed.
  public List<String> words() {
    return units.stream().flatMap(it -> it.typed().words().stream()).toList();
  }

  /// What the score of the words is multiplied with, where `informativeness` is the sum of that of
  /// [#words]. Scores then lie around 0 (hardly anything said) to 1 (all said), whatever the length
  /// of the question; an entry with exactly the code typed stands above all others, and one that is
  /// called exactly so above those that only hold the words.
  public float scale(double informativeness) {
    return 1 / (GOOD * (float) Math.max(informativeness, 0.1));
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
