package jianglian.torture;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jianglian.world.ProductProcess;
import org.springframework.util.FileSystemUtils;

/// The product in a process and a home of its own, started as bin/jianglian starts it, that may be
/// killed at any moment. Nothing of it is left behind when this is closed or this process ends.
final class Subject implements AutoCloseable {
  private static final Path ALL = Path.of("target", "torture").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int LAST_LINES = 40;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread atTheEnd = new Thread(this::destroy);
  private final Path folder;
  private final int port;
  private final Map<String, String> settings;
  private Process process;

  private Subject(Path folder, int port, Map<String, String> settings) {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /// An empty home, with a PostgreSQL of its own.
  static Subject create() throws IOException {
    return create(Map.of("SPRING_DATASOURCE_URL", "embedded"));
  }

  /// An empty home. The programs of PostgreSQL are unpacked once for all. `settings` stand in the
  /// environment.
  static Subject create(Map<String, String> settings) throws IOException {
    Files.createDirectories(ALL.resolve("binaries"));
    var folder = Files.createTempDirectory(ALL, "subject-");
    Files.createDirectories(folder.resolve("home/postgres"));
    Files.createSymbolicLink(folder.resolve("home/postgres/binaries"), ALL.resolve("binaries"));
    try (var socket = new ServerSocket(0)) {
      return new Subject(folder, socket.getLocalPort(), settings);
    }
  }

  Path home() {
    return folder.resolve("home");
  }

  int port() {
    return port;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /// Answers when it is ready, and how long that took.
  Duration start() throws IOException {
    var begin = System.nanoTime();
    var words = List.of("serve", "--server.port=" + port, "--jianglian.home=" + home());
    process = java(words).redirectErrorStream(true).redirectOutput(log()).start();
    while (!ready()) {
      if (!process.isAlive()) throw new IllegalStateException("it did not start:\n" + lastWords());
      if (since(begin).compareTo(PATIENCE) > 0)
        throw new IllegalStateException("it is not ready:\n" + lastWords());
      pause(100);
    }
    return since(begin);
  }

  private boolean ready() {
    try {
      return get("/actuator/health", "").contains("\"UP\"");
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /// The body of an answer, whatever its status.
  String get(String path, String token) {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    try {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  long pid() {
    return process.pid();
  }

  /// As kill -9 does.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// The postmaster dies at once, its children as soon as they notice.
  void killPostmaster() {
    postmaster()
        .ifPresent(it -> {
          it.destroyForcibly();
          it.onExit().join();
        });
  }

  private Optional<ProcessHandle> postmaster() {
    var data = home().resolve("postgres/data");
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .flatMap(it -> ProcessHandle.of(Long.parseLong(it.strip())))
          .filter(it -> worksIn(it, data));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return Files.isSameFile(Path.of("/proc", String.valueOf(process.pid()), "cwd"), folder);
    } catch (IOException gone) {
      return false;
    }
  }

  /// Runs another command of bin/jianglian on the same home; answers its standard output.
  String command(String... words) throws IOException {
    var all = Stream.concat(Arrays.stream(words), Stream.of("--home", home().toString())).toList();
    var errors = folder.resolve("command.log").toFile();
    var run = java(all).redirectError(errors).start();
    var output = new String(run.getInputStream().readAllBytes());
    var code = run.onExit().join().exitValue();
    if (code == 0) return output;
    throw new IllegalStateException(
        "%s answers %d:%n%s%s"
            .formatted(words[0], code, output, Files.readString(errors.toPath())));
  }

  private ProcessBuilder java(List<String> words) {
    var command = new ArrayList<String>();
    command.add(ProductProcess.java());
    command.add("@" + Path.of("bin", "flags").toAbsolutePath());
    // A start counts for more than speed here, and two cores are shared with whoever measures.
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", ProductProcess.classPath()));
    command.add(ProductProcess.MAIN);
    command.addAll(words);
    var builder = new ProcessBuilder(command);
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(settings);
    return builder;
  }

  private File log() {
    return folder.resolve("product.log").toFile();
  }

  private String lastWords() throws IOException {
    var lines = Files.readAllLines(log().toPath());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
    destroy();
  }

  private void destroy() {
    if (process != null) kill();
    var server =
        postmaster().stream()
            .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
            .toList();
    server.forEach(ProcessHandle::destroyForcibly);
    server.forEach(it -> it.onExit().join());
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
