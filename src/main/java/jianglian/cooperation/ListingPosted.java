package jianglian.cooperation;

import org.jspecify.annotations.Nullable;

/// A need or an offer was brought in; it may still wait for its checks.
public record ListingPosted(
    long listing, Side side, long park, @Nullable Long organisation, String title) {}
