package jianglian.matching;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jianglian.cooperation.Amount;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;

/// One term of the model that spoke for a match: what it is about, the facts that fill its words,
/// and its share of everything that spoke for the match (0 to 1).
public record MatchReason(String code, List<String> arguments, double weight) {
  public MatchReason {
    arguments = List.copyOf(arguments);
  }

  /// The reason as a part of a sentence, in the reader's language.
  public String text(Texts texts, Locale locale) {
    return texts.text(locale, "match.reason." + code, shown(texts, locale));
  }

  /// What the reason is about, as the label of its bar.
  public String label(Texts texts, Locale locale) {
    return texts.text(locale, "match.reason-label." + code);
  }

  /// Percent of everything that spoke for the match.
  public long share() {
    return Math.round(weight * 100);
  }

  private String shown(Texts texts, Locale locale) {
    return switch (code) {
      case "words" ->
          arguments.stream()
              .map(it -> texts.text(locale, "match.word", it))
              .collect(Collectors.joining(texts.text(locale, "match.word-joint")));
      case "industry" -> Industries.name(arguments.getFirst());
      case "region" -> Regions.name(arguments.getFirst());
      case "money" ->
          new Amount(number(arguments.getFirst()), number(arguments.getLast()), Amount.YUAN)
              .shown(texts, locale);
      case "maturity" -> texts.text(locale, "listing.maturity." + arguments.getFirst());
      case "type" -> texts.text(locale, "listing.type." + arguments.getFirst());
      default -> arguments.getFirst();
    };
  }

  private static @Nullable Long number(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }
}
