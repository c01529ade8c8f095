package jianglian.cooperation;

import org.jspecify.annotations.Nullable;

/// A check sent a need or an offer back to who brought it.
public record ListingReturned(
    long listing, Side side, long park, @Nullable Long organisation, String title) {}
