package jianglian.publishing;

import org.jspecify.annotations.Nullable;

/// A release can be read by everyone. `park` is null for the secretariat's own.
public record ReleasePublished(long release, @Nullable Long park, String title) {}
