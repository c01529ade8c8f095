package jianglian.matching.reading;

import java.util.Locale;
import jianglian.matching.MatchReason;
import jianglian.web.Texts;

/// A reason as other systems read it, in Chinese with English beside.
record ReasonDocument(String code, String text, String textEn, double weight) {
  static ReasonDocument of(MatchReason reason, Texts texts) {
    return new ReasonDocument(
        reason.code(),
        reason.text(texts, Locale.SIMPLIFIED_CHINESE),
        reason.text(texts, Locale.ENGLISH),
        reason.weight());
  }
}
