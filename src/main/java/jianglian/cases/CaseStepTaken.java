package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// A step of a case was recorded.
public record CaseStepTaken(
    long event, String number, String title, CaseState state, @Nullable Long by) {}
