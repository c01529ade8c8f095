package jianglian.publishing;

import org.jspecify.annotations.Nullable;

/// A release waits for the alliance's check. `park` is null for the secretariat's own.
public record ReleaseSubmitted(long release, @Nullable Long park, String title) {}
