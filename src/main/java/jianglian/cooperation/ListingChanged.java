package jianglian.cooperation;

import org.jspecify.annotations.Nullable;

/// What a need or an offer says was changed; its state was not.
public record ListingChanged(
    long listing, Side side, long park, @Nullable Long organisation, String title) {}
