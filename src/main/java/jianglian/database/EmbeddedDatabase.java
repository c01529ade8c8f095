package jianglian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of our own in one folder, durable as a server would be: what was committed survives
/// kill -9 of this process, of the postmaster, and a power cut.
public final class EmbeddedDatabase implements AutoCloseable {
  /// Settings whose change would lose acknowledged writes. They are given on the command line,
  /// where no file can overrule them; a test compares them with the running server.
  static final Map<String, String> DURABILITY =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "wal_level", "replica");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "shared_buffers", "256MB",
          "max_connections", "60",
          "max_wal_size", "2GB",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "''",
          "timezone", "Asia/Shanghai");

  private static final int PORTS_TRIED = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Cluster cluster;
  private final String password;
  private final int port;
  // Null where another process started the server and will stop it.
  private final @Nullable FolderLock lock;

  private EmbeddedDatabase(Cluster cluster, int port, @Nullable FolderLock lock) {
    this.cluster = cluster;
    this.password = cluster.password();
    this.port = port;
    this.lock = lock;
  }

  /// Starts the server on `folder`, which is created when absent. A server that an earlier, killed
  /// process left behind on the same folder is stopped first; that of a living process is
  /// respected.
  public static EmbeddedDatabase start(Path folder) {
    return start(folder, EmbeddedDatabase::freePort);
  }

  static EmbeddedDatabase start(Path folder, IntSupplier ports) {
    var home = folder.toAbsolutePath();
    return launch(home, FolderLock.take(home), ports);
  }

  /// The server that another process runs on `folder`, or one of our own when none does.
  public static EmbeddedDatabase join(Path folder) {
    var home = folder.toAbsolutePath();
    var lock = FolderLock.tryTake(home);
    if (lock.isPresent()) return launch(home, lock.get(), EmbeddedDatabase::freePort);
    var cluster = Cluster.in(home);
    return new EmbeddedDatabase(cluster, cluster.postmaster().port(), null);
  }

  private static EmbeddedDatabase launch(Path folder, FolderLock lock, IntSupplier ports) {
    try {
      var cluster = Cluster.in(folder);
      cluster.postmaster().makeWay();
      cluster.prepare();
      cluster.log().rotate();
      return new EmbeddedDatabase(cluster, serve(cluster, ports), lock);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /// Answers the port. Another program may take it between our look and the server's, and children
  /// of a killed postmaster need a moment to notice.
  private static int serve(Cluster cluster, IntSupplier ports) {
    var deadline = Instant.now().plus(PATIENCE);
    for (var attempt = 1; ; attempt++) {
      var port = ports.getAsInt();
      var before = cluster.log().size();
      var outcome = cluster.binaries().run("pg_ctl", startArguments(cluster, port));
      if (outcome.code() == 0) return port;
      var said = cluster.log().since(before);
      var portTaken = said.contains("Address already in use") && attempt < PORTS_TRIED;
      var orphans = said.contains("is still in use") && Instant.now().isBefore(deadline);
      if (!portTaken && !orphans) throw refused(outcome.output() + said);
      if (orphans) pause();
    }
  }

  private static List<String> startArguments(Cluster cluster, int port) {
    var settings =
        Stream.of(DURABILITY, SETTINGS)
            .flatMap(it -> it.entrySet().stream())
            .map(it -> "-c " + it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(" "));
    var data = cluster.data().toString();
    var log = cluster.log().file().toString();
    var options = "-p " + port + " " + settings;
    return List.of("start", "-w", "-t", "600", "-D", data, "-l", log, "-o", options);
  }

  private static CannotStart refused(String output) {
    return new CannotStart(
        "内嵌数据库没有启动。 / The embedded database did not start.\n" + output.strip(),
        "请看上面 PostgreSQL 的说明；数据没有被改动。"
            + " / See what PostgreSQL says above; the data were not changed.");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public String url() {
    return url("postgres");
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return "postgres";
  }

  public String password() {
    return password;
  }

  /// True where closing this stops the server.
  boolean own() {
    return lock != null;
  }

  @Override
  public void close() {
    if (lock == null) return;
    if (!cluster.postmaster().stopped("fast")) cluster.postmaster().stopped("immediate");
    lock.close();
  }
}
