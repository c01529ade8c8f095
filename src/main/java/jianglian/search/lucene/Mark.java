package jianglian.search.lucene;

import java.util.Map;
import java.util.Optional;
import jianglian.search.changes.Snapshot;
import org.jspecify.annotations.Nullable;

/// What a Lucene commit says about itself: everything `snapshot` of the database `origin` saw is in
/// it.
record Mark(String origin, Snapshot snapshot) {
  Map<String, String> data() {
    return Map.of(
        "version", String.valueOf(Fields.VERSION), "origin", origin, "snapshot", snapshot.text());
  }

  /// Empty when the commit is of another version or was never whole.
  static Optional<Mark> of(@Nullable Map<String, String> data) {
    if (data == null || !String.valueOf(Fields.VERSION).equals(data.get("version"))) {
      return Optional.empty();
    }
    var origin = data.get("origin");
    var snapshot = data.get("snapshot");
    if (origin == null || snapshot == null) return Optional.empty();
    return Optional.of(new Mark(origin, new Snapshot(snapshot)));
  }
}
