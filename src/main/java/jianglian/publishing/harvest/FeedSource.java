package jianglian.publishing.harvest;

import java.time.Instant;
import jianglian.publishing.ReleaseKind;
import org.jspecify.annotations.Nullable;

/// An address of a park's own site that is read by the clock. `error` is a reason's code when the
/// last reading failed, `failures` how many failed in a row; `leasedUntil` whoever reads it now.
public record FeedSource(
    long id,
    long park,
    String url,
    String name,
    ReleaseKind kind,
    boolean active,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Instant lastPolledAt,
    @Nullable Instant lastSuccessAt,
    @Nullable String error,
    String errorDetail,
    int failures,
    int items,
    int skipped,
    Instant nextPollAt,
    @Nullable Instant leasedUntil) {
  /// So many failures in a row are no mishap; its park is told.
  static final int TELLING = 3;

  public boolean failing() {
    return error != null;
  }

  /// Read less often than usual, because reading fails again and again.
  public boolean slowed() {
    return failures > 1 && active;
  }

  FeedSource read(FeedItems found, Instant now, HarvestLimits limits) {
    return after(now, now, null, "", 0, found.items().size(), found.skipped(), limits);
  }

  FeedSource unchanged(Instant now, HarvestLimits limits) {
    return after(now, now, null, "", 0, items, skipped, limits);
  }

  FeedSource failed(FeedUnreadable why, Instant now, HarvestLimits limits) {
    return after(
        now,
        lastSuccessAt,
        why.reason().code(),
        why.detail(),
        failures + 1,
        items,
        skipped,
        limits);
  }

  /// With the marks by which the site tells next time whether anything changed.
  FeedSource marked(@Nullable String etag, @Nullable String lastModified) {
    return new FeedSource(
        id,
        park,
        url,
        name,
        kind,
        active,
        etag,
        lastModified,
        lastPolledAt,
        lastSuccessAt,
        error,
        errorDetail,
        failures,
        items,
        skipped,
        nextPollAt,
        leasedUntil);
  }

  private FeedSource after(
      Instant now,
      @Nullable Instant success,
      @Nullable String error,
      String detail,
      int failures,
      int items,
      int skipped,
      HarvestLimits limits) {
    return new FeedSource(
        id,
        park,
        url,
        name,
        kind,
        active,
        etag,
        lastModified,
        now,
        success,
        error,
        detail,
        failures,
        items,
        skipped,
        now.plus(limits.pause(failures)),
        leasedUntil);
  }
}
