package jianglian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server process that holds a data folder, known by its postmaster.pid.
record Postmaster(Path data, PostgresBinaries binaries) {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /// Makes the data free for a start: stops a server left behind by a killed process, and removes a
  /// pid file whose number now belongs to some other program, at which PostgreSQL would give up.
  void makeWay() {
    if (!Files.exists(pidFile())) return;
    var process = line(PID_LINE).flatMap(Postmaster::process);
    if (process.filter(this::holdsData).isPresent()) {
      LOG.info(
          "stopping the database server left behind on {} (pid {})", data, process.get().pid());
      if (!stopped("fast")) stopped("immediate");
    } else if ((process.isPresent() || line(PID_LINE).isEmpty()) && orphans().findAny().isEmpty()) {
      LOG.info("removing the stale {}", pidFile());
      delete();
    }
  }

  boolean stopped(String mode) {
    var arguments = List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", "60");
    return binaries.run("pg_ctl", arguments).code() == 0;
  }

  /// The port on which the server of this folder listens.
  int port() {
    return line(PORT_LINE)
        .map(Integer::valueOf)
        .orElseThrow(() ->
            new CannotStart(
                "内嵌数据库正在启动或停止。 / The embedded database is just starting or stopping.",
                "请稍后再试。 / Try again in a moment."));
  }

  private static Optional<ProcessHandle> process(String pid) {
    try {
      return ProcessHandle.of(Long.parseLong(pid));
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }

  private Stream<ProcessHandle> orphans() {
    return ProcessHandle.allProcesses().filter(this::holdsData);
  }

  /// Every process of a server works in its data folder; where the system does not tell, the name
  /// must do.
  private boolean holdsData(ProcessHandle process) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
    } catch (IOException unknown) {
      return process.info().command().filter(it -> it.contains("postgres")).isPresent();
    }
  }

  private Optional<String> line(int number) {
    try {
      return Files.readAllLines(pidFile()).stream().skip(number).findFirst().map(String::strip);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }
}
