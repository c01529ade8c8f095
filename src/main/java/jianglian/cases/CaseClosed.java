package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// A case came to its end.
public record CaseClosed(
    long event, String number, String title, ClosingResult result, @Nullable Long by) {}
