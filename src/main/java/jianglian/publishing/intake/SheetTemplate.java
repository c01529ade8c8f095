package jianglian.publishing.intake;

import java.io.IOException;
import java.io.OutputStream;
import jianglian.publishing.IntakeTarget;
import jianglian.web.Texts;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/// The spreadsheet parks fill in: headings, drop-down lists, and a second sheet that explains each
/// column.
@Component
class SheetTemplate {
  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int LISTED_ROWS = 5_000;
  private static final int CHARACTER = 256;

  private final Texts texts;

  SheetTemplate(Texts texts) {
    this.texts = texts;
  }

  void write(IntakeTarget<?> target, OutputStream out) throws IOException {
    var headings = new Headings(target, texts);
    try (var book = new XSSFWorkbook()) {
      fill(book.createSheet(texts.zh("intake.sheet." + target.kind())), headings, heading(book));
      explain(book.createSheet(texts.zh("intake.sheet.explained")), headings, heading(book));
      book.write(out);
    }
  }

  private void fill(XSSFSheet sheet, Headings headings, XSSFCellStyle style) {
    var row = sheet.createRow(0);
    var columns = headings.columns();
    for (int i = 0; i < columns.size(); i++) {
      var cell = row.createCell(i);
      cell.setCellValue(headings.zh(columns.get(i)) + (columns.get(i).mandatory() ? " *" : ""));
      cell.setCellStyle(style);
      sheet.setColumnWidth(i, 18 * CHARACTER);
      var key = headings.key(columns.get(i));
      var words = columns.get(i).choices().stream().map(it -> texts.zh(key + "." + it));
      var listed = words.toArray(String[]::new);
      if (listed.length > 0) list(sheet, i, listed);
    }
    sheet.createFreezePane(1, 1);
  }

  private static void list(XSSFSheet sheet, int column, String[] words) {
    var helper = sheet.getDataValidationHelper();
    var rows = new CellRangeAddressList(1, LISTED_ROWS, column, column);
    var list = helper.createValidation(helper.createExplicitListConstraint(words), rows);
    list.setShowErrorBox(true);
    sheet.addValidationData(list);
  }

  private void explain(XSSFSheet sheet, Headings headings, XSSFCellStyle style) {
    var top = sheet.createRow(0);
    var names = new String[] {"intake.sheet.column", "intake.sheet.needed", "intake.sheet.meaning"};
    for (int i = 0; i < names.length; i++) {
      top.createCell(i).setCellValue(texts.zh(names[i]));
      top.getCell(i).setCellStyle(style);
    }
    for (var column : headings.columns()) {
      var row = sheet.createRow(sheet.getLastRowNum() + 1);
      row.createCell(0).setCellValue(headings.zh(column));
      row.createCell(1).setCellValue(column.mandatory() ? texts.zh("intake.sheet.yes") : "");
      row.createCell(2).setCellValue(texts.zh(headings.key(column) + ".hint"));
    }
    sheet.setColumnWidth(0, 18 * CHARACTER);
    sheet.setColumnWidth(2, 90 * CHARACTER);
  }

  private static XSSFCellStyle heading(XSSFWorkbook book) {
    var style = book.createCellStyle();
    var font = book.createFont();
    font.setBold(true);
    style.setFont(font);
    style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
