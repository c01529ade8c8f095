package jianglian.publishing.parkinterface;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of the park's own releases on its start page.
public record RecentRelease(
    long id, String kind, String title, String state, @Nullable String reason, Instant updatedAt) {}
