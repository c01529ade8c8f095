package jianglian.matching.reading;

import java.util.List;
import jianglian.matching.MatchReason;
import jianglian.web.Page;

/// A firm that may supply, or buy from, another, and why.
public record FirmMatch(
    long organisation,
    String name,
    String introduction,
    String parkCode,
    String parkName,
    String parkNameEn,
    double score,
    List<MatchReason> reasons) {
  private static final int SHOWN = 90;

  public FirmMatch {
    reasons = List.copyOf(reasons);
  }

  public String address() {
    return "/organisations/" + organisation;
  }

  public String sentence(Page page) {
    return MatchReason.sentence(reasons, page.texts(), page.locale());
  }

  /// What it does, in short.
  public String about() {
    return introduction.length() <= SHOWN ? introduction : introduction.substring(0, SHOWN) + "…";
  }
}
