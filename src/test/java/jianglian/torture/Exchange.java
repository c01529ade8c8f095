package jianglian.torture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One delivery on a connection of its own, and what of the answer had arrived when the connection
/// broke. It speaks HTTP/1.0, so that the answer is the bare lines.
final class Exchange {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PIECE = 1 << 16;
  private static final int SIP = 1 << 10;
  private static final int TINY = 1 << 12;

  private final int port;
  private final boolean slow;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Thread thread;
  private volatile int answered;
  private volatile int sent;
  private volatile boolean over;
  private volatile String refusal = "";

  /// One line of the answer. `id` is 0 for a refused row.
  record Verdict(String externalId, String status, long id) {}

  private Exchange(int port, boolean slow, Load load, String token) {
    this.port = port;
    this.slow = slow;
    this.thread = Thread.ofPlatform().name("exchange").unstarted(() -> talk(load, token));
  }

  /// Begins; `slow` reads the answer so slowly that the product has to wait for its reader.
  static Exchange begin(int port, boolean slow, Load load, String token) {
    var exchange = new Exchange(port, slow, load, token);
    exchange.thread.start();
    return exchange;
  }

  /// All verdicts, once the answer or the connection has ended.
  List<Verdict> verdicts() {
    try {
      thread.join();
      return verdicts;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  int answered() {
    return answered;
  }

  int sent() {
    return sent;
  }

  /// What the product said in place of verdicts, empty when nothing.
  String refusal() {
    return refusal;
  }

  /// Returns as soon as the condition holds or nothing more will come.
  void await(BooleanSupplier condition) {
    while (!over && !condition.getAsBoolean()) Subject.pause(1);
  }

  private void talk(Load load, String token) {
    try (var socket = new Socket()) {
      if (slow) socket.setReceiveBufferSize(TINY);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      send(socket, load, token);
      read(
          slow
              ? new Sipping(socket.getInputStream())
              : new BufferedInputStream(socket.getInputStream()));
    } catch (IOException broken) {
      // The product was killed; what has arrived counts.
    } finally {
      over = true;
    }
  }

  private void send(Socket socket, Load load, String token) throws IOException {
    var body = load.ndjson();
    var head =
        """
        POST /api/v1/%s/import HTTP/1.0
        Host: 127.0.0.1
        Authorization: Bearer %s
        Content-Type: application/x-ndjson
        Content-Length: %d

        """
            .formatted(load.path(), token, body.length)
            .replace("\n", "\r\n");
    var out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.UTF_8));
    for (; sent < body.length; sent = Math.min(body.length, sent + PIECE)) {
      out.write(body, sent, Math.min(PIECE, body.length - sent));
    }
    out.flush();
  }

  private void read(InputStream in) throws IOException {
    var status = line(in);
    if (status == null) return;
    for (var header = line(in); header != null && !header.isBlank(); ) header = line(in);
    if (!status.contains(" 200")) refusal = status;
    for (var line = line(in); line != null; line = line(in)) {
      var node = JSON.readTree(line);
      if (node.has("row")) take(node);
      else refusal = line;
    }
  }

  private void take(JsonNode node) {
    verdicts.add(
        new Verdict(
            node.path("externalId").asString(""),
            node.path("status").asString(""),
            node.path("id").asLong(0)));
    answered = verdicts.size();
  }

  /// Null at the end; a line without its end did not arrive.
  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int it = in.read(); it >= 0; it = in.read()) {
      if (it == '\n') return line.toString(StandardCharsets.UTF_8).strip();
      line.write(it);
    }
    return null;
  }

  /// Reads a little at a time, with pauses.
  private static final class Sipping extends InputStream {
    private final InputStream in;
    private final byte[] sip = new byte[SIP];
    private int at;
    private int filled;

    Sipping(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      if (at == filled) {
        Subject.pause(4);
        at = 0;
        filled = in.read(sip);
      }
      return filled < 0 ? -1 : sip[at++] & 0xff;
    }
  }
}
