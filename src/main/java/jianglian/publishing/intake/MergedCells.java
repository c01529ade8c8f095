package jianglian.publishing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;

/// Cells joined to one: only the first holds the value, so the others look empty. They are listed
/// behind the rows, so the sheet is looked through for them beforehand.
record MergedCells(List<CellRangeAddress> areas) {
  private static final int MOST = 10_000;
  private static final Pattern MERGED =
      Pattern.compile("<(?:\\w+:)?mergeCell\\s+ref=\"([A-Z0-9:]+)\"");

  static MergedCells of(InputStream sheet) throws IOException {
    var areas = new ArrayList<CellRangeAddress>();
    var chunk = new byte[1 << 16];
    var rest = "";
    for (int read = sheet.read(chunk); read >= 0; read = sheet.read(chunk)) {
      var text = rest + new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
      int seen = 0;
      if (text.contains("mergeCell ")) {
        var match = MERGED.matcher(text);
        while (match.find()) {
          if (areas.size() < MOST) areas.add(CellRangeAddress.valueOf(match.group(1)));
          seen = match.end();
        }
      }
      rest = text.substring(Math.max(seen, text.length() - 100));
    }
    return new MergedCells(List.copyOf(areas));
  }

  /// Columns of this row (both counted as people do: rows from 1, columns from 0) whose value
  /// stands in another cell.
  List<Integer> hidden(int row) {
    return areas.stream()
        .filter(it -> it.containsRow(row - 1))
        .flatMap(it ->
            IntStream.rangeClosed(it.getFirstColumn(), Math.min(it.getLastColumn(), 199))
                .filter(column -> it.getFirstRow() != row - 1 || it.getFirstColumn() != column)
                .boxed())
        .toList();
  }

  /// The cell that holds the value, such as B3.
  String first(int row, int column) {
    return areas.stream()
        .filter(it -> it.isInRange(row - 1, column))
        .map(it -> Sheet.letter(it.getFirstColumn()) + (it.getFirstRow() + 1))
        .findFirst()
        .orElse("");
  }
}
