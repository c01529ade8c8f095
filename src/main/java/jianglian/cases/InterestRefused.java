package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// The other side said no, with a coded reason.
public record InterestRefused(
    long interest,
    String fromTitle,
    String toTitle,
    long fromPark,
    @Nullable Long fromOrganisation,
    String reason,
    @Nullable Long by) {}
