package jianglian.cases.following;

import java.util.Map;
import jianglian.cases.CaseState;

/// How many cases a reader sees in each state, and how many of them are past a limit.
public record CaseCounts(Map<CaseState, Integer> states, int late) {
  public int open() {
    return all() - states.getOrDefault(CaseState.CLOSED, 0);
  }

  public int all() {
    return states.values().stream().mapToInt(Integer::intValue).sum();
  }
}
