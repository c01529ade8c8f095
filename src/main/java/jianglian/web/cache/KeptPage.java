package jianglian.web.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import jianglian.audit.Cryptography;

/// A page as it was answered: its headers and its body, plain and zipped. `made` is in nanoseconds
/// of [System#nanoTime].
record KeptPage(List<Header> headers, String etag, byte[] plain, byte[] zipped, long made) {

  record Header(String name, String value) {}

  static KeptPage of(List<Header> headers, byte[] body, long made) {
    var etag = "W/\"" + Cryptography.digest(body).substring(0, 20) + "\"";
    return new KeptPage(headers, etag, body, zip(body), made);
  }

  int bytes() {
    return plain.length + zipped.length + 1000;
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    headers.forEach(it -> response.addHeader(it.name(), it.value()));
    send(request, response);
  }

  /// Browsers may keep it too, but ask each time whether it still stands.
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Vary", "Cookie, Accept-Encoding");
    response.setHeader("ETag", etag);
    if (etag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    var accepted = request.getHeader("Accept-Encoding");
    var zip = accepted != null && accepted.contains("gzip");
    var body = zip ? zipped : plain;
    if (zip) response.setHeader("Content-Encoding", "gzip");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte[] zip(byte[] plain) {
    var bytes = new ByteArrayOutputStream(plain.length / 4);
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
