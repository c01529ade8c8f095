package jianglian.matching.fairness;

import java.util.ArrayList;
import java.util.List;

/// Exactly the same is one entry, whoever brings it, and nearly the same text is one entry of
/// whoever brings it; the first of them stays.
final class OneEntryEachText {
  private static final double NEARLY = 0.8;

  private OneEntryEachText() {}

  static List<Ranked> apply(List<Ranked> ranking) {
    var kept = new ArrayList<Ranked>();
    for (var it : ranking) {
      if (kept.stream().noneMatch(other -> repeats(it.standing(), other.standing()))) kept.add(it);
    }
    return kept;
  }

  private static boolean repeats(Standing one, Standing other) {
    if (!one.digest().isEmpty() && one.digest().equals(other.digest())) return true;
    return one.sameBringer(other) && one.sketch().likeness(other.sketch()) >= NEARLY;
  }
}
