package jianglian.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A commit of Lucene as it is seen from outside: it first writes `pending_segments_N`, then gives
/// that file its name.
final class IndexCommit {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private IndexCommit() {}

  /// Returns while one is going on, or when none came in a minute.
  static void await(Path index) {
    var begin = System.nanoTime();
    while (!pending(index) && Subject.since(begin).compareTo(PATIENCE) < 0) Thread.onSpinWait();
  }

  private static boolean pending(Path index) {
    try (var generations = Files.newDirectoryStream(index, "0*")) {
      for (var generation : generations) {
        try (var files = Files.newDirectoryStream(generation, "pending_segments_*")) {
          if (files.iterator().hasNext()) return true;
        }
      }
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
