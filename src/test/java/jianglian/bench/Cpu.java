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
