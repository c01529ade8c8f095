package jianglian.publishing.release;

import java.util.List;
import java.util.Objects;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// What became of one delivered command; `release` is null when it was refused.
public record Delivered(
    Status status, ReleaseCommand command, @Nullable Release release, List<Fault> faults) {
  public enum Status {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }

  /// The release, which is there unless the command was refused.
  public Release accepted() {
    return Objects.requireNonNull(release);
  }

  static Delivered refused(ReleaseCommand command, List<Fault> faults) {
    return new Delivered(Status.REFUSED, command, null, faults);
  }
}
