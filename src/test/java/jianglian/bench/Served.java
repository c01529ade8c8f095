package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jianglian.world.ProductProcess;

/// A server in a process of its own, asked from its first moment on whether it is up.
final class Served implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final double seconds;
  private final double busy;

  private Served(Process process, int port, double seconds) {
    this.process = process;
    this.port = port;
    this.seconds = seconds;
    this.busy = process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /// Starts a command that will serve on `port`, and waits until `path` answers.
  static Served start(Path log, int port, String path, List<String> command) {
    var start = System.nanoTime();
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      while (!answers(port, path)) {
        var waited = System.nanoTime() - start;
        if (!process.isAlive() || waited > PATIENCE.toNanos()) {
          process.destroy();
          throw new IllegalStateException("it did not come up: " + command + ", see " + log);
        }
        Thread.sleep(10);
      }
      return new Served(process, port, (System.nanoTime() - start) / 1e9);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// The command that serves a home with the product alone: nothing of the tests beside it.
  static List<String> product(Path home, int port) {
    return List.of(
        ProductProcess.java(),
        "@bin/flags",
        "-cp",
        ProductProcess.classPath(),
        ProductProcess.MAIN,
        "serve",
        "--server.port=" + port,
        "--jianglian.home=" + home);
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return port;
  }

  /// From the start of its process until it answered.
  double seconds() {
    return seconds;
  }

  /// What its process had used of the processors by then.
  double cpuSeconds() {
    return busy;
  }

  Memory memory() {
    return Memory.of(process.pid());
  }

  /// As kill -9 does.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// As an operator stops it.
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(60, TimeUnit.SECONDS)) return;
      process.destroyForcibly();
      throw new IllegalStateException("it did not stop");
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static boolean answers(int port, String path) {
    try {
      var address = URI.create("http://127.0.0.1:" + port + path).toURL();
      return ((HttpURLConnection) address.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
