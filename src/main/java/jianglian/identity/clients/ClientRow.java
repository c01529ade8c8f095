package jianglian.identity.clients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An API client as its park's administrator sees it; of the token only the last letters remain.
public record ClientRow(
    long id,
    String park,
    String name,
    String hint,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    boolean revoked) {}
