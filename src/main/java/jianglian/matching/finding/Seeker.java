package jianglian.matching.finding;

import java.util.Map;
import jianglian.matching.model.Subject;
import jianglian.search.SearchEntry;

/// What looks for counterparts: its search entry and its vectors by part; a missing vector only
/// takes its part of the figures away.
public record Seeker(SearchEntry entry, Map<String, float[]> vectors) {
  public Subject subject() {
    return Subject.of(entry);
  }
}
