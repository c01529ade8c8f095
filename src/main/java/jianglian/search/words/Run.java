package jianglian.search.words;

import java.util.ArrayList;
import java.util.List;

/// A stretch of letters of one sort in a folded text: Han, or the letters and digits of other
/// scripts.
record Run(boolean han, int start, int end) {
  /// Longer stretches without any punctuation are cut, so that no text costs more than its length.
  static final int LONGEST = 400;

  static List<Run> of(String text) {
    var runs = new ArrayList<Run>();
    var at = 0;
    while (at < text.length()) {
      var sort = Sort.of(text.charAt(at));
      var end = at + 1;
      while (end < text.length() && end - at < LONGEST && Sort.of(text.charAt(end)) == sort) end++;
      if (sort != Sort.NEITHER) runs.add(new Run(sort == Sort.HAN, at, end));
      at = end;
    }
    return runs;
  }

  private enum Sort {
    HAN,
    OTHER,
    NEITHER;

    static Sort of(char letter) {
      if (letter < 0x80) return Character.isLetterOrDigit(letter) ? OTHER : NEITHER;
      if (Character.isIdeographic(letter)) return HAN;
      return Character.isLetterOrDigit(letter) ? OTHER : NEITHER;
    }
  }
}
