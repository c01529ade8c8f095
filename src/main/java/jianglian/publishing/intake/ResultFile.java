package jianglian.publishing.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jianglian.publishing.IntakeError;
import jianglian.publishing.intake.UploadReport.RowVerdict;
import jianglian.web.Texts;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/// The verdicts of an upload to take away. A text that a spreadsheet program would take for a
/// formula is put behind an apostrophe.
@Component
class ResultFile {
  private static final int PART = 1_000;
  private static final List<String> HEADINGS =
      List.of("upload.row", "upload.id", "upload.verdict", "upload.reasons");

  private final Uploads uploads;
  private final Texts texts;

  ResultFile(Uploads uploads, Texts texts) {
    this.uploads = uploads;
    this.texts = texts;
  }

  private interface Lines {
    void add(List<String> cells) throws IOException;
  }

  void write(long job, String format, Locale locale, OutputStream out) throws IOException {
    if (format.equals("csv")) {
      csv(job, locale, out);
    } else {
      xlsx(job, locale, out);
    }
  }

  private void csv(long job, Locale locale, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\ufeff');
    lines(job, locale, cells -> line(cells, writer));
    writer.flush();
  }

  private static void line(List<String> cells, Writer writer) throws IOException {
    writer.write(
        cells.stream()
            .map(it -> '"' + harmless(it).replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(",", "", "\r\n")));
  }

  private void xlsx(long job, Locale locale, OutputStream out) throws IOException {
    try (var book = new SXSSFWorkbook(PART)) {
      var sheet = book.createSheet();
      lines(
          job,
          locale,
          cells -> {
            var row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.size(); i++) {
              row.createCell(i).setCellValue(harmless(cells.get(i)));
            }
          });
      book.write(out);
    }
  }

  private void lines(long job, Locale locale, Lines lines) throws IOException {
    lines.add(HEADINGS.stream().map(it -> texts.text(locale, it)).toList());
    int after = 0;
    while (true) {
      var rows = uploads.rows(job, after, false, PART);
      for (var row : rows) lines.add(cells(row, locale));
      if (rows.size() < PART) return;
      after = rows.getLast().row();
    }
  }

  private List<String> cells(RowVerdict row, Locale locale) {
    var cells = new ArrayList<String>();
    cells.add(String.valueOf(row.row()));
    cells.add(row.externalId() == null ? "" : row.externalId());
    cells.add(texts.text(locale, "upload." + row.status()));
    cells.add(
        row.errors().stream().map(it -> reason(it, locale)).collect(Collectors.joining("\n")));
    return cells;
  }

  private static String reason(IntakeError error, Locale locale) {
    var detail = locale.getLanguage().equals("en") ? error.detailEn() : error.detail();
    return error.column() == null ? detail : error.column() + ": " + detail;
  }

  /// Spreadsheet programs run what begins with one of these.
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
