package jianglian.matching.reading;

import java.time.LocalDate;
import java.util.List;
import jianglian.matching.MatchReason;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// A policy in force that may fit, and why.
public record PolicyMatch(
    long release,
    String title,
    @Nullable String park,
    @Nullable String documentNumber,
    LocalDate publishedOn,
    @Nullable LocalDate validUntil,
    double score,
    List<MatchReason> reasons) {
  private static final int TOLD = 3;

  public String address() {
    return "/releases/" + release;
  }

  public String sentence(Page page) {
    var told =
        reasons.stream().limit(TOLD).map(it -> it.text(page.texts(), page.locale())).toList();
    return page.text("match.sentence", String.join(page.text("match.joint"), told));
  }
}
