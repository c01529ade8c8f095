package jianglian.publishing;

import org.jspecify.annotations.Nullable;

/// A release was taken off the portal. `park` is null for the secretariat's own.
public record ReleaseWithdrawn(long release, @Nullable Long park, String title) {}
