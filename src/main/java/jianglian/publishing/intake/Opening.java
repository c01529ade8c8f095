package jianglian.publishing.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jianglian.publishing.IntakeTarget;
import jianglian.web.Texts;
import org.springframework.stereotype.Component;

/// Opens a file of rows by what it is, whatever it is called.
@Component
class Opening {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private final IntakeLimits limits;
  private final Texts texts;

  Opening(IntakeLimits limits, Texts texts) {
    this.limits = limits;
    this.texts = texts;
  }

  enum Format {
    NDJSON("ndjson"),
    XLSX("xlsx"),
    CSV("csv");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  Format format(Path file) throws IOException {
    var start = start(file);
    if (begins(start, ZIP)) return Format.XLSX;
    if (begins(start, OLE)) throw new UnreadableFile("intake.old-spreadsheet");
    return firstLetter(start) == '{' ? Format.NDJSON : Format.CSV;
  }

  Rows rows(Path file, Format format, IntakeTarget<?> target) throws IOException {
    return switch (format) {
      case NDJSON -> new NdjsonRows(file, limits.rows());
      case CSV -> headed(new CsvSheet(file, limits.rows()), target);
      case XLSX -> {
        if (Files.size(file) > limits.spreadsheet().toBytes()) {
          throw new UnreadableFile(
              "intake.spreadsheet-too-large", limits.spreadsheet().toMegabytes());
        }
        yield headed(XlsxSheet.open(file, limits.spreadsheetRows()), target);
      }
    };
  }

  private Rows headed(Sheet sheet, IntakeTarget<?> target) throws IOException {
    try {
      return HeadedRows.of(sheet, new Headings(target, texts));
    } catch (RuntimeException | IOException refused) {
      sheet.close();
      throw refused;
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var start = in.readNBytes(512);
      if (start.length == 0) throw new UnreadableFile("intake.empty-file");
      return start;
    }
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /// The first byte that is neither white space nor part of a byte order mark.
  private static int firstLetter(byte[] bytes) {
    int at = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb ? 3 : 0;
    while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') at++;
    return at < bytes.length ? bytes[at] : 0;
  }
}
