package jianglian.cooperation;

import org.jspecify.annotations.Nullable;

/// A need or an offer became public.
public record ListingOpened(
    long listing, Side side, long park, @Nullable Long organisation, String title) {}
