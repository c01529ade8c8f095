package jianglian.demo;

import java.util.List;
import jianglian.cooperation.Financing;
import org.jspecify.annotations.Nullable;

/// A need or an offer; `posted` and `valid` are days.
record DemoListing(
    String key,
    String side,
    String organisation,
    String title,
    String text,
    String type,
    List<String> industries,
    List<String> regions,
    @Nullable Long amountMin,
    @Nullable Long amountMax,
    @Nullable String maturity,
    int postedDaysAgo,
    int validDays,
    List<String> keywords,
    @Nullable List<String> stages,
    @Nullable List<String> instruments,
    @Nullable List<String> exclusions) {

  Financing financing() {
    return Financing.of(given(stages), given(instruments), given(exclusions));
  }

  private static List<String> given(@Nullable List<String> codes) {
    return codes == null ? List.of() : codes;
  }
}
