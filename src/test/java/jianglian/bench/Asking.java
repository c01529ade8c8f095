package jianglian.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/// One page asked for over several connections: how many a second in each slice, how long each
/// answer took, how long it was. Of several addresses each is asked in turn.
final class Asking implements Closeable {
  static final int CONNECTIONS = 4;

  private final String name;
  private final byte[][] requests;
  private final AtomicInteger turn = new AtomicInteger();
  private final List<Wire> wires = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();
  private final Times times = new Times();
  private long bytes;
  private double busy;

  Asking(String name, int port, List<String> addresses, String... headers) {
    this.name = name;
    this.requests = addresses.stream().map(it -> request(it, headers)).toArray(byte[][]::new);
    for (var i = 0; i < CONNECTIONS; i++) wires.add(new Wire(port));
  }

  String name() {
    return name;
  }

  Times times() {
    return times;
  }

  /// Milliseconds of the processors for one answer, this client's share included.
  double cpuMilliseconds() {
    return busy * 1e3 / times.count();
  }

  double meanBytes() {
    return (double) bytes / times.count();
  }

  /// The median of the slices.
  double perSecond() {
    var sorted = rates.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  void forget() {
    rates.clear();
    times.forget();
    bytes = 0;
    busy = 0;
  }

  /// Asks over all connections for so long.
  void slice(ExecutorService threads, long nanoseconds, Cpu cpu) {
    var used = cpu.seconds();
    var start = System.nanoTime();
    var work =
        wires.stream().<Callable<Slice>>map(it -> () -> ask(it, start + nanoseconds)).toList();
    try {
      var before = times.count();
      for (var done : threads.invokeAll(work)) {
        times.addAll(done.get().times());
        bytes += done.get().bytes();
      }
      rates.add((times.count() - before) * 1e9 / (System.nanoTime() - start));
      busy += cpu.seconds() - used;
    } catch (Exception failure) {
      throw new IllegalStateException(name + " was not answered", failure);
    }
  }

  private record Slice(Times times, long bytes) {}

  private Slice ask(Wire wire, long end) throws IOException {
    var taken = new Times();
    var length = 0L;
    for (var start = System.nanoTime(); start < end; ) {
      length += wire.ask(requests[Math.floorMod(turn.getAndIncrement(), requests.length)]);
      var now = System.nanoTime();
      taken.add(now - start);
      start = now;
    }
    return new Slice(taken, length);
  }

  static byte[] request(String address, String... headers) {
    var request = new StringBuilder("GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    Arrays.stream(headers).forEach(it -> request.append(it).append("\r\n"));
    return request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      for (var wire : wires) wire.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
