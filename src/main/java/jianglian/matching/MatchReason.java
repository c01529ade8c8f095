package jianglian.matching;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jianglian.cooperation.Amount;
import jianglian.matching.model.SupplyRelation;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;

/// One term of the model that spoke for a match: what it is about, the facts that fill its words,
/// and its share of everything that spoke for the match (0 to 1).
public record MatchReason(String code, List<String> arguments, double weight) {
  private static final int TOLD = 3;

  public MatchReason {
    arguments = List.copyOf(arguments);
  }

  /// The reason as a part of a sentence, in the reader's language.
  public String text(Texts texts, Locale locale) {
    return switch (code) {
      case "supply", "demand" ->
          texts.text(
              locale,
              "match.reason.supply." + arguments.get(2),
              sector(0, locale),
              sector(1, locale));
      case "upstream", "downstream" ->
          texts.text(
              locale,
              "match.reason.chain." + arguments.getFirst(),
              Industries.name(arguments.get(1)),
              arguments.get(2));
      default -> texts.text(locale, "match.reason." + code, shown(texts, locale));
    };
  }

  /// Why something fits, in one sentence made of the strongest reasons; empty without any.
  public static String sentence(List<MatchReason> reasons, Texts texts, Locale locale) {
    if (reasons.isEmpty()) return "";
    var told =
        reasons.stream()
            .limit(TOLD)
            .map(it -> it.text(texts, locale))
            .collect(Collectors.joining(texts.text(locale, "match.joint")));
    return texts.text(locale, "match.sentence", told);
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
      case "money", "ticket" ->
          new Amount(number(arguments.getFirst()), number(arguments.getLast()), Amount.YUAN)
              .shown(texts, locale);
      case "maturity" -> texts.text(locale, "listing.maturity." + arguments.getFirst());
      case "type" -> texts.text(locale, "listing.type." + arguments.getFirst());
      case "stage" -> texts.text(locale, "listing.stage." + arguments.getFirst());
      case "instrument" ->
          arguments.stream()
              .map(it -> texts.text(locale, "listing.instrument." + it))
              .collect(Collectors.joining(texts.text(locale, "listing.joint")));
      default -> arguments.getFirst();
    };
  }

  private String sector(int argument, Locale locale) {
    return SupplyRelation.named(arguments.get(argument)).name(locale.getLanguage().equals("zh"));
  }

  private static @Nullable Long number(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }
}
