package jianglian.matching.reading;

import java.time.LocalDate;
import java.util.List;
import jianglian.matching.MatchReason;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// An event to come that may be worth going to, and why.
public record EventMatch(
    long event, String title, @Nullable LocalDate begins, double score, List<MatchReason> reasons) {
  public EventMatch {
    reasons = List.copyOf(reasons);
  }

  public String address() {
    return "/events/" + event;
  }

  public String sentence(Page page) {
    return MatchReason.sentence(reasons, page.texts(), page.locale());
  }
}
