package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// One side's case went to another officer of the same park.
public record CaseHandedOver(
    long event, String number, String title, long park, @Nullable Long to, @Nullable Long by) {}
