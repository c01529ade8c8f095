package jianglian.publishing.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jianglian.publishing.IntakeJson;
import jianglian.web.Fault;
import jianglian.web.Refusal;
import org.jspecify.annotations.Nullable;

/// One JSON object a line.
final class NdjsonRows implements Rows {
  private final InputStream in;
  private final int limit;
  private final byte[] chunk = new byte[1 << 16];
  private int at;
  private int filled;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private boolean tooLong;
  private int number;

  NdjsonRows(Path file, int limit) throws IOException {
    this.in = Files.newInputStream(file);
    this.limit = limit;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (readLine()) {
      number++;
      if (tooLong) {
        return Row.unreadable(number, Fault.at("", "intake.too-large", IntakeJson.LARGEST >> 20));
      }
      var bytes = line.toByteArray();
      if (!blank(bytes)) return row(bytes);
    }
    return null;
  }

  /// False at the end of the file. Of a line that is too long nothing is kept.
  private boolean readLine() throws IOException {
    line.reset();
    tooLong = false;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = at;
      while (end < filled && chunk[end] != '\n') end++;
      tooLong |= line.size() + end - at > IntakeJson.LARGEST;
      if (!tooLong) line.write(chunk, at, end - at);
      at = end + 1;
      if (end < filled) return true;
    }
    return any;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(chunk), 0);
    return filled > 0;
  }

  private Row row(byte[] bytes) {
    try {
      return new Row(number, IntakeJson.object(bytes), List.of(), bytes.length);
    } catch (Refusal refusal) {
      return Row.unreadable(number, Fault.at("", refusal.key(), refusal.arguments()));
    }
  }

  private static boolean blank(byte[] bytes) {
    for (byte it : bytes) {
      if (it > ' ' || it < 0) return false;
    }
    return true;
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
