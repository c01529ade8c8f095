package jianglian.publishing.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jianglian.publishing.release.Delivered;
import org.jspecify.annotations.Nullable;

/// What a park's system is told of its release.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseAnswer(
    long id,
    @Nullable String externalId,
    String state,
    @Nullable String stateReason,
    int version,
    boolean changed) {

  static ReleaseAnswer of(Delivered delivered) {
    var release = delivered.accepted();
    return new ReleaseAnswer(
        release.id(),
        release.externalId(),
        release.state().code(),
        release.reason(),
        release.version(),
        delivered.status() != Delivered.Status.UNCHANGED);
  }
}
