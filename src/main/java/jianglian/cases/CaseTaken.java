package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// The officer of one side took the case; `complete`: every side has.
public record CaseTaken(
    long event, String number, String title, int position, boolean complete, @Nullable Long by) {}
