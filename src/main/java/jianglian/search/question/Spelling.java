package jianglian.search.question;

import java.util.ArrayList;
import java.util.List;
import jianglian.search.question.Clause.Way;
import jianglian.search.words.Word;
import jianglian.search.words.Words;

/// One way of writing what is asked for, and the words it is cut into.
public record Spelling(String text, List<String> words) {
  private static final float GRAMS = 0.4f;

  public static Spelling of(String folded) {
    return new Spelling(folded, Words.of(folded).stream().map(Word::text).toList());
  }

  /// Found as words, all of them in the place, or as letters inside other words. Of a word of two
  /// letters nearly every place that has the letters has it as a word too, so that one list says
  /// what two would. `weight`: what the whole counts.
  public List<Clause> clauses(float weight) {
    var han = text.chars().allMatch(Character::isIdeographic);
    if (han && text.length() == 2) return List.of(letters(weight * (1 + GRAMS)));
    var clauses = new ArrayList<Clause>();
    if (!words.isEmpty()) clauses.add(new Clause(Way.WORDS, words, weight));
    if (han) clauses.add(letters(weight * GRAMS));
    return clauses;
  }

  private Clause letters(float weight) {
    if (text.length() == 1) return new Clause(Way.BEGINNING, List.of(text), weight);
    var pairs = new ArrayList<String>();
    for (var at = 0; at + 2 <= text.length(); at++) pairs.add(text.substring(at, at + 2));
    return new Clause(Way.LETTERS, pairs, weight);
  }
}
