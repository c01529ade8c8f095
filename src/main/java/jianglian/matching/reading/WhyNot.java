package jianglian.matching.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.matching.finding.Comparison;
import jianglian.matching.finding.Comparison.Verdict;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Rule;
import jianglian.matching.finding.Seekers;
import jianglian.web.NotFound;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers, for any two that a reader may see, why the one is or is not in the other's list.
@Component
class WhyNot {
  private final Listings listings;
  private final Seekers seekers;
  private final Comparison comparison;
  private final Texts texts;

  WhyNot(Listings listings, Seekers seekers, Comparison comparison, Texts texts) {
    this.listings = listings;
    this.seekers = seekers;
    this.comparison = comparison;
    this.texts = texts;
  }

  /// `verdict` tells all in figures, `told` in sentences of the reader's language.
  record Answer(Listing other, Verdict verdict, List<String> told) {}

  /// Throws [NotFound] unless the reader may see both and they are of opposite sides.
  Answer of(Listing listing, long other, Actor actor, Locale locale) {
    var counterpart =
        listings
            .visible(other, actor)
            .filter(it -> it.side() != listing.side())
            .orElseThrow(NotFound::new);
    var seeker = seekers.ready(listing.side().code(), listing.id()).orElseThrow(NotFound::new);
    var verdict = comparison.of(seeker, Pairing.of(listing), other).orElseThrow(NotFound::new);
    return new Answer(counterpart, verdict, told(verdict, locale));
  }

  WhyNotDocument document(Listing listing, long other, Actor actor) {
    var answer = of(listing, other, actor, Locale.SIMPLIFIED_CHINESE);
    var verdict = answer.verdict();
    return new WhyNotDocument(
        verdict.place(),
        verdict.within(),
        score(verdict),
        verdict.last(),
        verdict.broken().stream().map(Rule::code).toList(),
        verdict.shortfalls().stream().map(it -> it.kind().code()).toList(),
        answer.told(),
        told(verdict, Locale.ENGLISH));
  }

  private List<String> told(Verdict verdict, Locale locale) {
    if (!verdict.broken().isEmpty()) {
      return verdict.broken().stream()
          .map(it -> texts.text(locale, "match.rule." + it.code()))
          .toList();
    }
    var place = verdict.place();
    if (place != null && verdict.within()) {
      return List.of(texts.text(locale, "match.why-not.within", place));
    }
    var told = new ArrayList<String>();
    told.add(texts.text(locale, "match.why-not.behind", percent(score(verdict))));
    if (verdict.last() != null) {
      told.add(texts.text(locale, "match.why-not.last", percent(verdict.last())));
    }
    for (var it : verdict.shortfalls()) {
      told.add(texts.text(locale, "match.lacks." + it.kind().code()));
    }
    return told;
  }

  private static @Nullable Double score(Verdict verdict) {
    return verdict.found() == null ? null : verdict.found().score();
  }

  private static String percent(@Nullable Double score) {
    return score == null ? "0" : String.valueOf(Math.round(score * 100));
  }
}
