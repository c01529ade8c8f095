package jianglian.parks.joining;

import org.jspecify.annotations.Nullable;

/// The form as it was typed; industries as names or codes.
public record ParkFactsForm(
    @Nullable String website,
    @Nullable String introduction,
    @Nullable String introductionEn,
    @Nullable String industries) {}
