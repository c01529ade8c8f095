package jianglian.cases.following;

import java.time.Instant;
import java.util.List;
import jianglian.cases.CaseAddress;
import jianglian.cases.CaseState;
import org.jspecify.annotations.Nullable;

/// A case and its sides as they stand.
public record CaseHead(
    long id,
    String number,
    String title,
    CaseState state,
    Instant openedAt,
    Instant stateAt,
    @Nullable String result,
    @Nullable String reason,
    @Nullable Long need,
    @Nullable String needTitle,
    @Nullable Long offer,
    @Nullable String offerTitle,
    List<SideView.SideRow> sides) {

  public String address() {
    return CaseAddress.of(number);
  }
}
