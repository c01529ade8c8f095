package jianglian.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jianglian.search.words.Synonyms;
import jianglian.search.words.Word;

/// One thing a search asks for: as it was typed, and other words that mean the same.
public record Unit(Spelling typed, List<Spelling> synonyms) {
  private static final float SYNONYM = 0.7f;

  static Unit of(Word word, Synonyms synonyms) {
    return new Unit(
        Spelling.of(word.text()), synonyms.of(word).stream().map(Spelling::of).toList());
  }

  Stream<Spelling> spellings() {
    return Stream.concat(Stream.of(typed), synonyms.stream());
  }

  /// Any of these in a place that counts `weight`.
  public List<Clause> clauses(float weight) {
    var clauses = new ArrayList<>(typed.clauses(weight));
    for (var synonym : synonyms) clauses.addAll(synonym.clauses(weight * SYNONYM));
    return clauses;
  }
}
