package jianglian.publishing.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// A park's own site on this machine: a real server whose answer a test sets.
final class Site implements AutoCloseable {
  @FunctionalInterface
  interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  final List<String> asked = new CopyOnWriteArrayList<>();

  Site() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Under the one name the tests may harvest.
  String address(String path) {
    return "http://localhost:" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  Site page(String path, Page page) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException notThereYet) {
      // so it is new
    }
    server.createContext(
        path,
        exchange -> {
          asked.add(path);
          try (exchange) {
            page.answer(exchange);
          }
        });
    return this;
  }

  Site feed(String path, String text) {
    return bytes(path, "application/rss+xml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  Site bytes(String path, String type, byte[] bytes) {
    return page(path, exchange -> send(exchange, 200, type, bytes));
  }

  Site redirect(String path, String to) {
    return page(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /// An RSS feed of these items.
  static String rss(String... items) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>管委会通知</title><link>https://www.park.example/</link>
    %s</channel></rss>
    """
        .formatted(String.join("", items));
  }

  static String item(String guid, String title, String text) {
    return """
    <item><guid isPermaLink="false">%s</guid><title>%s</title><link>https://www.park.example/n/%s</link>
    <description><![CDATA[%s]]></description><pubDate>Mon, 02 Mar 2026 20:00:00 +0800</pubDate></item>
    """
        .formatted(guid, title, guid, text);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
