package jianglian.matching.lists;

import java.util.List;
import jianglian.cooperation.Side;
import jianglian.matching.OpenCases;
import jianglian.matching.OpenCasesChanged;
import jianglian.matching.fairness.Fairness;
import jianglian.matching.fairness.Standings;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Whoever has more or fewer open cases now takes another place in the lists that show it.
@Component
class CaseNews {
  private final OpenCases cases;
  private final Standings standings;
  private final Fairness fairness;
  private final MatchRows rows;

  CaseNews(OpenCases cases, Standings standings, Fairness fairness, MatchRows rows) {
    this.cases = cases;
    this.standings = standings;
    this.fairness = fairness;
    this.rows = rows;
  }

  @ApplicationModuleListener
  void on(OpenCasesChanged changed) {
    rows.lock();
    var pair = List.of(changed.need(), changed.offer());
    var counts = cases.of(pair);
    count(Side.NEED, changed.need(), counts.getOrDefault(changed.need(), 0));
    count(Side.OFFER, changed.offer(), counts.getOrDefault(changed.offer(), 0));
  }

  private void count(Side side, long listing, int open) {
    if (standings.openCases(listing, open)) rows.rank(side, listing, fairness.share(open));
  }
}
