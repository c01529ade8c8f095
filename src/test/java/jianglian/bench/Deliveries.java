package jianglian.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Generated rows as parks deliver them: files of ndjson, sent to the import of a running product.
/// A row's title ends with its number, by which it can be found.
final class Deliveries {
  private static final int RELEASE = 300;
  private static final int OFFER = 80;
  private static final String[] TYPES = {"technology", "business", "joint-rd", "service", "site"};

  private final Corpus corpus;
  private final Path folder;

  Deliveries(Corpus corpus, Path folder) {
    this.corpus = corpus;
    this.folder = folder;
  }

  /// Notices of about 1 KB each.
  Path releases(String prefix, int first, int size) throws IOException {
    var file = folder.resolve(prefix + "-releases.ndjson");
    try (var out = open(file)) {
      for (var i = first; i < first + size; i++) {
        write(
            out,
            """
            {"externalId":"%s-%d","kind":"notice","title":"关于%s的通知%d","body":"%s","publishedOn":"2026-0%d-1%d","industries":["34%d"]}
            """
                .formatted(
                    prefix,
                    i,
                    corpus.title(),
                    i,
                    corpus.text(RELEASE),
                    1 + i % 9,
                    i % 9,
                    1 + i % 8));
      }
    }
    return file;
  }

  /// What a park offers itself.
  Path offers(String prefix, int first, int size) throws IOException {
    var file = folder.resolve(prefix + "-offers.ndjson");
    try (var out = open(file)) {
      for (var i = first; i < first + size; i++) {
        write(
            out,
            """
            {"externalId":"%s-%d","title":"%s%d","text":"%s","type":"%s","industries":["3%d"],"amountMin":%d00000}
            """
                .formatted(
                    prefix,
                    i,
                    corpus.title(),
                    i,
                    corpus.text(OFFER),
                    TYPES[i % TYPES.length],
                    corpus.random().nextInt(10),
                    1 + corpus.random().nextInt(50)));
      }
    }
    return file;
  }

  /// Seconds from sending to the last verdict; `kinds` is `releases` or `offers`.
  static double send(int port, String token, String kinds, Path file) throws IOException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/" + kinds + "/import"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    var start = System.nanoTime();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
      var bad =
          answer
              .body()
              .filter(it -> it.contains("\"refused\"") || it.contains("\"problem\""))
              .findFirst();
      if (answer.statusCode() != 200 || bad.isPresent()) {
        throw new IllegalStateException(answer.statusCode() + " " + bad.orElse(""));
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
