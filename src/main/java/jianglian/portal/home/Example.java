package jianglian.portal.home;

import java.util.List;
import java.util.stream.Collectors;
import jianglian.matching.MatchReason;
import jianglian.web.Page;

/// A real match as it stands now: a need, the offer that fits it best, and why.
public record Example(Half need, Half offer, List<MatchReason> reasons) {
  private static final int TOLD = 3;

  public record Half(long id, String title, String park, String parkEn) {
    public String from(Page page) {
      return page.either(park, parkEn);
    }
  }

  public String sentence(Page page) {
    var told =
        reasons.stream()
            .limit(TOLD)
            .map(it -> it.text(page.texts(), page.locale()))
            .collect(Collectors.joining(page.text("match.joint")));
    return page.text("match.sentence", told);
  }
}
