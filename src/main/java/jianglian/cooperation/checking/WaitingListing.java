package jianglian.cooperation.checking;

import java.time.Instant;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;
import org.jspecify.annotations.Nullable;

/// A need or an offer that waits for a check.
public record WaitingListing(
    long id,
    Side side,
    String title,
    String text,
    ListingType type,
    ListingState state,
    String park,
    @Nullable String organisation,
    boolean admitted,
    Instant since) {
  public String address() {
    return side.path() + "/" + id;
  }

  public String bearer() {
    return organisation == null ? park : organisation;
  }
}
