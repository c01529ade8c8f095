package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// Who had expressed interest took it back.
public record InterestWithdrawn(
    long interest,
    String fromTitle,
    String toTitle,
    long toPark,
    @Nullable Long toOrganisation,
    @Nullable Long by) {}
