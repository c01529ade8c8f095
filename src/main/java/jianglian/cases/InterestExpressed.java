package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// One side of a pair of listings would like to meet the other. `by`: who expressed it; null where
/// a park's system did.
public record InterestExpressed(
    long interest,
    long fromListing,
    long toListing,
    String fromTitle,
    String toTitle,
    long toPark,
    @Nullable Long toOrganisation,
    @Nullable Long by) {}
