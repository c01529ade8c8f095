package jianglian.matching.finding;

import java.util.List;
import jianglian.matching.MatchReason;
import jianglian.matching.model.Model;
import jianglian.matching.model.Pair;

/// A counterpart with its score and the terms that made it.
public record Found(Pair pair, double score, List<Model.Term> terms) {
  public long id() {
    return pair.found().id();
  }

  /// Put together when asked for: most of what is found is never shown.
  public List<MatchReason> reasons() {
    return Model.reasons(pair, terms);
  }
}
