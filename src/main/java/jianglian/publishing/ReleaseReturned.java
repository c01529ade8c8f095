package jianglian.publishing;

import org.jspecify.annotations.Nullable;

/// The alliance sent a release back to its park with a reason. `park` is null for the secretariat's
/// own.
public record ReleaseReturned(long release, @Nullable Long park, String title) {}
