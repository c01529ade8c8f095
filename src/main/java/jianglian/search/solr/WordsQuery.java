package jianglian.search.solr;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jianglian.search.question.Clause;
import jianglian.search.question.Place;
import jianglian.search.question.Question;
import jianglian.search.question.Unit;

/// A question by its words as Solr asks it, with the scores that Lucene gives it here. Words and
/// pairs of letters are letters and digits in lower case, so that nothing in them is syntax.
final class WordsQuery {
  private final Asked asked;
  private final Question question;
  private final float scale;

  private WordsQuery(Asked asked, Question question, float scale) {
    this.asked = asked;
    this.question = question;
    this.scale = scale;
  }

  /// The query, whose parts become parameters of `asked`.
  static String of(Asked asked, Question question, Figures figures) {
    var informativeness = question.words().stream().mapToDouble(figures::informativeness).sum();
    return new WordsQuery(asked, question, question.scale(informativeness)).query();
  }

  private String query() {
    var any = new StringBuilder("{!bool");
    if (!question.units().isEmpty()) any.append(" should=").append(asked.name(words()));
    for (var code : question.codes()) {
      any.append(" should=").append(asked.name(exactly(Schema.CODE, code, Question.CODE)));
    }
    return any.append(" should=")
        .append(asked.name(exactly(Schema.NAME, question.name(), Question.NAME)))
        .append('}')
        .toString();
  }

  static String exactly(String field, String value, float weight) {
    return "%s:%s^=%s".formatted(field, Asked.quoted(value), number(weight));
  }

  private String words() {
    var enough = new StringBuilder("{!bool mm=").append(question.needed());
    for (var unit : question.units()) enough.append(" should=").append(asked.name(unit(unit)));
    enough.append('}');
    var all = new StringBuilder("{!bool must=").append(asked.name(enough.toString()));
    for (var seam : question.seams()) {
      for (var place : Place.values()) {
        var weight = Question.SEAM * place.weight() * scale;
        all.append(" should=").append(asked.name(term(Schema.grams(place), seam, weight)));
      }
    }
    return all.append('}').toString();
  }

  private String unit(Unit unit) {
    return List.of(Place.values()).stream()
        .flatMap(
            place -> unit.clauses(place.weight() * scale).stream().map(it -> clause(place, it)))
        .collect(Collectors.joining(" "));
  }

  static String clause(Place place, Clause clause) {
    var grams = Schema.grams(place);
    return switch (clause.way()) {
      case WORDS -> words(Schema.words(place), clause);
      case LETTERS ->
          clause.terms().size() == 1
              ? term(grams, clause.terms().getFirst(), clause.weight())
              : "%s:\"%s\"^%s"
                  .formatted(grams, String.join(" ", clause.terms()), number(clause.weight()));
      case BEGINNING ->
          "%s:%s*^%s".formatted(grams, clause.terms().getFirst(), number(clause.weight()));
    };
  }

  private static String words(String field, Clause clause) {
    if (clause.terms().size() == 1) return term(field, clause.terms().getFirst(), clause.weight());
    return clause.terms().stream()
        .map(it -> "+%s:%s".formatted(field, it))
        .collect(Collectors.joining(" ", "(", ")^" + number(clause.weight())));
  }

  static String term(String field, String term, float weight) {
    return "%s:%s^%s".formatted(field, term, number(weight));
  }

  /// Without an exponent, which Solr's syntax does not know.
  private static String number(float weight) {
    return String.format(Locale.ROOT, "%.9f", weight);
  }
}
