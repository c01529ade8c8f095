package jianglian.publishing.writing;

import java.time.Instant;
import java.time.LocalDate;
import jianglian.publishing.ReleaseState;
import org.jspecify.annotations.Nullable;

/// One of a park's releases on its own list. `held`: its next change waits for the alliance.
public record OwnRelease(
    long id,
    String kind,
    String title,
    ReleaseState state,
    @Nullable String reason,
    @Nullable String documentNumber,
    @Nullable LocalDate validUntil,
    boolean held,
    Instant updatedAt) {

  /// Where its next act is done.
  public String address() {
    return state == ReleaseState.MERGED ? "/releases/" + id : "/park-interface/releases/" + id;
  }

  /// The message of its next act.
  public String act() {
    return switch (state) {
      case DRAFT -> "writing.act.go-on";
      case RETURNED -> "writing.act.correct";
      case IN_REVIEW, PUBLISHED -> "writing.act.edit";
      case STALE -> "writing.act.confirm-valid";
      case WITHDRAWN -> held ? "writing.act.correct" : "writing.act.bring-back";
      case MERGED -> "writing.act.see-merged";
    };
  }

  /// Whether it waits for its park.
  public boolean waits() {
    return state == ReleaseState.DRAFT
        || state == ReleaseState.RETURNED
        || state == ReleaseState.STALE;
  }
}
