package jianglian.matching.fairness;

import java.util.HashMap;
import java.util.List;

/// One organisation has at most `most` entries in a list. What a park brings itself may be of any
/// of its firms and is not counted.
final class NotAllOfOne {
  private NotAllOfOne() {}

  static List<Ranked> apply(List<Ranked> ranking, int most) {
    var taken = new HashMap<Long, Integer>();
    return ranking.stream()
        .filter(it -> {
          var organisation = it.standing().organisation();
          return organisation == null || taken.merge(organisation, 1, Integer::sum) <= most;
        })
        .toList();
  }
}
