package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What this process and the PostgreSQL of a home have used of the processors. On a machine that
/// does other things too it says more than the clock.
final class Cpu {
  /// Longer than the index waits before it tidies itself.
  private static final Duration LOOK = Duration.ofSeconds(22);

  /// The share of one core.
  private static final double IDLE = 0.1;

  private final List<ProcessHandle> processes;

  private Cpu(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  static Cpu own() {
    return new Cpu(List.of(ProcessHandle.current()));
  }

  static Cpu ownAndDatabase(Path home) {
    try (var files = Files.walk(home.resolve("postgres"), 2)) {
      var file = files.filter(it -> it.endsWith("postmaster.pid")).findFirst().orElseThrow();
      var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()));
      return new Cpu(List.of(ProcessHandle.current(), postmaster.orElseThrow()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Waits until hardly anything is done any more, such as the joining of segments after an import.
  /// Returns the seconds that took.
  double rest() throws InterruptedException {
    var start = System.nanoTime();
    double used;
    do {
      var before = seconds();
      Thread.sleep(LOOK);
      used = seconds() - before;
    } while (used > IDLE * LOOK.toMillis() / 1e3);
    return (System.nanoTime() - start) / 1e9;
  }

  double seconds() {
    return processes.stream()
        .flatMap(it ->
            it.pid() == ProcessHandle.current().pid()
                ? Stream.of(it)
                : Stream.concat(Stream.of(it), it.descendants()))
        .mapToDouble(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
        .sum();
  }
}
