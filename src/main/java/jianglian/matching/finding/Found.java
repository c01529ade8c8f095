package jianglian.matching.finding;

import java.util.List;
import jianglian.matching.MatchReason;
import jianglian.matching.model.Pair;

/// A counterpart with its score and reasons.
public record Found(Pair pair, double score, List<MatchReason> reasons) {
  public long id() {
    return pair.found().id();
  }
}
