package jianglian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy, notice or piece of news; without a park it is the secretariat's own.
record DemoRelease(
    String key,
    @Nullable String park,
    String kind,
    String title,
    @Nullable String documentNumber,
    @Nullable String issuer,
    int publishedDaysAgo,
    @Nullable Integer validDays,
    @Nullable List<String> industries,
    @Nullable List<String> audience,
    @Nullable String summary,
    String body,
    @Nullable List<Clause> clauses) {
  record Clause(
      String title,
      @Nullable String audience,
      @Nullable List<String> conditions,
      @Nullable String support,
      @Nullable Long amountMax,
      @Nullable String delivery,
      @Nullable String office) {}
}
