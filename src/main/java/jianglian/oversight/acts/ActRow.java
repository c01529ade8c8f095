package jianglian.oversight.acts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An act in the list; `actor` is the person's or system's name as it stands now.
public record ActRow(
    long id,
    Instant at,
    String actorKind,
    @Nullable String actor,
    @Nullable String authority,
    String act,
    String objectKind,
    String objectId,
    @Nullable String park) {}
