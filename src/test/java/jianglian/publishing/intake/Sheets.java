package jianglian.publishing.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Makes workbooks as park officers send them.
public final class Sheets {
  private Sheets() {}

  public static byte[] xlsx(List<List<Object>> rows) {
    return xlsx(rows, _ -> {});
  }

  public static byte[] xlsx(List<List<Object>> rows, Consumer<Sheet> more) {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("发布");
      for (int r = 0; r < rows.size(); r++) {
        var row = sheet.createRow(r);
        for (int c = 0; c < rows.get(r).size(); c++) {
          switch (rows.get(r).get(c)) {
            case Number number -> row.createCell(c).setCellValue(number.doubleValue());
            case String text when text.startsWith("=") ->
                row.createCell(c).setCellFormula(text.substring(1));
            case Object other -> row.createCell(c).setCellValue(other.toString());
          }
        }
      }
      more.accept(sheet);
      book.write(out);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
