package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process holds itself (anonymous memory) and what it maps of files (index, libraries), in
/// megabytes.
record Memory(double anonymous, double mapped) {
  static Memory own() {
    return of(ProcessHandle.current().pid());
  }

  static Memory of(long process) {
    return new Memory(status(process, "RssAnon") / 1e3, status(process, "RssFile") / 1e3);
  }

  void tell(Bench bench, String when) {
    bench.ours(when + "_rss_anon_mb", anonymous);
    bench.ours(when + "_rss_file_mb", mapped);
  }

  void tell(Bench bench, String when, double most) {
    bench.ours(when + "_rss_anon_mb", anonymous, most);
    bench.ours(when + "_rss_file_mb", mapped);
  }

  private static long status(long process, String field) {
    try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(it -> it.startsWith(field + ":"))
          .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
          .sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
