package jianglian.cases.interests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a list of interests: `own` and `other` are the titles of the reader's listing and of
/// the one across.
public record InterestRow(
    long id,
    InterestState state,
    String own,
    String other,
    String park,
    String parkEn,
    @Nullable String organisation,
    Instant at,
    @Nullable String caseNumber) {}
