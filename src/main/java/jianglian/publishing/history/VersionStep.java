package jianglian.publishing.history;

import java.time.Instant;
import java.util.List;

/// One version and how it differs from the one before; `author` is a person's name, or empty for
/// the park's own system.
public record VersionStep(int version, Instant at, String author, List<FieldChange> changes) {
  /// `field` names a message `release.field.…`.
  public record FieldChange(String field, List<LineChanges.Change> lines) {}
}
