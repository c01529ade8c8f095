package jianglian.matching.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jianglian.matching.MatchReason;
import jianglian.web.Texts;

/// Why something fits, in one sentence made of the strongest reasons.
final class Sentence {
  private static final int TOLD = 3;

  private Sentence() {}

  static String of(List<MatchReason> reasons, Texts texts, Locale locale) {
    if (reasons.isEmpty()) return "";
    var told =
        reasons.stream()
            .limit(TOLD)
            .map(it -> it.text(texts, locale))
            .collect(Collectors.joining(texts.text(locale, "match.joint")));
    return texts.text(locale, "match.sentence", told);
  }
}
