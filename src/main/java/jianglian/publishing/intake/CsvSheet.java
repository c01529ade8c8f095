package jianglian.publishing.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jianglian.publishing.IntakeCell;
import jianglian.publishing.IntakeJson;
import org.jspecify.annotations.Nullable;

/// Comma separated values as RFC 4180 has them, also parted by tabs or semicolons; in UTF-8, UTF-16
/// with a byte order mark, or GBK as Chinese spreadsheet programs write it.
final class CsvSheet implements Sheet {
  private static final Charset GBK = Charset.forName("GB18030");
  private static final int WIDEST = 200;
  private static final char UNKNOWN = '\ufffd';

  private final Reader in;
  private final char separator;
  private final int limit;
  private int line = 1;
  private boolean ended;

  CsvSheet(Path file, int limit) throws IOException {
    this.limit = limit;
    this.separator = separator(file);
    this.in = reader(file);
  }

  @Override
  public @Nullable Line next() throws IOException {
    if (ended) return null;
    var cells = new ArrayList<@Nullable IntakeCell>();
    var faults = new ArrayList<CellFault>();
    int first = line;
    long weight = 0;
    while (true) {
      var cell = new StringBuilder();
      int end = read(cell);
      weight += cell.length();
      if (weight > IntakeJson.LARGEST || cells.size() > WIDEST) return broken(first);
      if (cell.indexOf(String.valueOf(UNKNOWN)) >= 0) {
        faults.add(new CellFault(cells.size(), "intake.undecodable", List.of()));
      }
      cells.add(cell.isEmpty() ? null : new IntakeCell(cell.toString(), false));
      if (end == separator) continue;
      if (end < 0) {
        ended = true;
        if (cells.size() == 1 && cells.getFirst() == null) return null;
      }
      return new Line(first, cells, faults, false);
    }
  }

  /// A quote that never ends swallows the rest of the file, so nothing after it can be trusted.
  private Line broken(int first) {
    ended = true;
    return new Line(first, List.of(), List.of(), true);
  }

  /// Reads one cell; what ended it is the separator, a line feed, or -1.
  private int read(StringBuilder cell) throws IOException {
    int c = in.read();
    if (c == '"') {
      c = readQuoted(cell);
    }
    for (; c != separator && c != '\n' && c >= 0; c = in.read()) {
      if (c == '\r') {
        in.mark(1);
        int after = in.read();
        if (after == '\n' || after < 0) {
          c = after;
          break;
        }
        in.reset();
        c = '\n';
        break;
      }
      cell.append((char) c);
      if (cell.length() > IntakeJson.LARGEST) return -1;
    }
    if (c == '\n') line++;
    return c;
  }

  private int readQuoted(StringBuilder cell) throws IOException {
    while (true) {
      int c = in.read();
      if (c < 0 || cell.length() > IntakeJson.LARGEST) return c;
      if (c == '\n') line++;
      if (c != '"') {
        cell.append((char) c);
        continue;
      }
      int after = in.read();
      if (after != '"') return after;
      cell.append('"');
    }
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static Reader reader(Path file) throws IOException {
    var decoder =
        charset(file)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    reader.mark(1);
    if (reader.read() != '\ufeff') reader.reset();
    return reader;
  }

  static Charset charset(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(2);
    }
    if (start.length == 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length == 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : GBK;
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var bytes = ByteBuffer.allocate(1 << 16);
    var chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      while (true) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
        chars.clear();
        if (decoder.decode(bytes, chars, read < 0).isError()) return false;
        if (read < 0) return true;
        bytes.compact();
      }
    }
  }

  /// The mark that parts most of the first line.
  private static char separator(Path file) throws IOException {
    String heading;
    try (var in = reader(file)) {
      var chars = new char[4096];
      int read = in.read(chars);
      heading = read < 0 ? "" : new String(chars, 0, read).lines().findFirst().orElse("");
    }
    char best = ',';
    for (char candidate : new char[] {'\t', ';'}) {
      if (count(heading, candidate) > count(heading, best)) best = candidate;
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(it -> it == c).count();
  }
}
