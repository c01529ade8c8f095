package jianglian.publishing.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A release that waits for the alliance: in review, or `open` and changed since it was last looked
/// at. `twin` is a public release with the same document number or title.
public record WaitingRelease(
    long id,
    String kind,
    String title,
    String lead,
    @Nullable String documentNumber,
    @Nullable String issuer,
    String park,
    LocalDate publishedOn,
    Instant since,
    boolean open,
    int version,
    @Nullable Long twin,
    @Nullable String twinTitle,
    @Nullable String twinPark) {}
