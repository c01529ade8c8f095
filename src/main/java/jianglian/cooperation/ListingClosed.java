package jianglian.cooperation;

import org.jspecify.annotations.Nullable;

/// A need or an offer is no longer public: paused, expired, solved, withdrawn or in check again.
public record ListingClosed(
    long listing, Side side, long park, @Nullable Long organisation, String title) {}
