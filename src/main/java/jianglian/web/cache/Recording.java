package jianglian.web.cache;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds a page back until it is whole; whatever is no HTML page passes straight through.
final class Recording extends HttpServletResponseWrapper {
  private static final Set<String> OF_THE_ANSWER =
      Set.of(
          "date",
          "vary",
          "cache-control",
          "pragma",
          "expires",
          "content-length",
          "connection",
          "transfer-encoding",
          "etag",
          "content-type",
          "keep-alive");

  private final ByteArrayOutputStream body = new ByteArrayOutputStream(16 * 1024);
  private @Nullable ServletOutputStream held;
  private @Nullable PrintWriter writer;

  Recording(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (held != null) return held;
    if (!page()) return super.getOutputStream();
    held = new Held();
    return held;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer != null) return writer;
    if (held == null && !page()) return super.getWriter();
    writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
    return writer;
  }

  /// The length of what is held back is told when it is sent.
  @Override
  public void setContentLength(int length) {
    if (!page()) super.setContentLength(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!page()) super.setContentLengthLong(length);
  }

  @Override
  public void flushBuffer() throws IOException {
    if (held == null) super.flushBuffer();
  }

  @Override
  public void resetBuffer() {
    body.reset();
    super.resetBuffer();
  }

  /// Complete and fit for other visitors: found, and nothing was said to this browser alone.
  boolean whole() {
    return held != null && getStatus() == SC_OK && getHeader("Set-Cookie") == null;
  }

  KeptPage keep(long now) {
    return KeptPage.of(headers(), bytes(), now);
  }

  /// Sends what was held back, when it cannot be kept.
  void release() throws IOException {
    if (held == null) return;
    var bytes = bytes();
    super.setContentLength(bytes.length);
    super.getOutputStream().write(bytes);
  }

  private byte[] bytes() {
    if (writer != null) writer.flush();
    return body.toByteArray();
  }

  private boolean page() {
    var type = getContentType();
    return type != null && type.startsWith("text/html");
  }

  private List<KeptPage.Header> headers() {
    var type = new KeptPage.Header("Content-Type", getContentType());
    var others =
        getHeaderNames().stream()
            .distinct()
            .filter(it -> !OF_THE_ANSWER.contains(it.toLowerCase(Locale.ROOT)))
            .flatMap(name -> getHeaders(name).stream().map(it -> new KeptPage.Header(name, it)));
    return Stream.concat(Stream.of(type), others).toList();
  }

  private final class Held extends ServletOutputStream {
    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      body.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("pages are written at once");
    }
  }
}
