package jianglian.cases.following;

import java.time.Instant;
import java.util.List;
import jianglian.cases.CaseAddress;
import jianglian.cases.CaseState;
import jianglian.liaison.TimeLeft;
import org.jspecify.annotations.Nullable;

/// One line of the list of cases; `left`: the clock that runs out first.
public record CaseRow(
    long id,
    String number,
    String title,
    CaseState state,
    @Nullable String result,
    Instant openedAt,
    List<SideView.SideRow> sides,
    @Nullable TimeLeft left,
    boolean turn) {

  public String address() {
    return CaseAddress.of(number);
  }
}
