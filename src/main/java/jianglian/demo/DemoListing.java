package jianglian.demo;

import java.util.List;
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
    List<String> keywords) {}
