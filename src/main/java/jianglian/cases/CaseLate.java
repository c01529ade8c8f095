package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// One side did not answer in time; its substitute has the case now, where it has one.
public record CaseLate(
    long event,
    String number,
    String title,
    long park,
    @Nullable Long officer,
    @Nullable Long substitute) {}
