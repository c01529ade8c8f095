package jianglian.matching;

import java.util.List;
import java.util.Locale;
import jianglian.cooperation.Listing;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;

/// A counterpart that fits, why, and how well: `score` is the chance, 0 to 1, that people find the
/// two strongly related. `other` is what fits, as its reader may see it.
public record Match(
    long need,
    long offer,
    Listing other,
    String parkCode,
    String parkName,
    String parkNameEn,
    @Nullable String organisationName,
    double score,
    List<MatchReason> reasons,
    String model) {
  /// The score as people read it: a chance in percent, never none and never certain.
  public long chance() {
    return Math.clamp(Math.round(score * 100), 1, 99);
  }

  /// Why it fits, in one sentence made of the strongest reasons.
  public String sentence(Texts texts, Locale locale) {
    return MatchReason.sentence(reasons, texts, locale);
  }
}
