package jianglian.chains.importing;

import java.util.ArrayList;
import java.util.List;

/// Comma separated values as RFC 4180 writes them: quotes around a cell may hold commas, line
/// breaks and doubled quotes. Empty lines are left out.
final class Csv {
  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;

  private Csv(String text) {
    this.text = text;
  }

  static List<List<String>> rows(String text) {
    return new Csv(text).read();
  }

  private List<List<String>> read() {
    for (var at = 0; at < text.length(); at++) {
      var letter = text.charAt(at);
      if (quoted) {
        at += inQuotes(letter, at);
      } else {
        switch (letter) {
          case '"' -> quoted = true;
          case ',' -> endCell();
          case '\n' -> endRow();
          case '\r' -> {}
          default -> cell.append(letter);
        }
      }
    }
    endRow();
    return rows;
  }

  /// Answers how many letters more were read.
  private int inQuotes(char letter, int at) {
    if (letter != '"') {
      cell.append(letter);
      return 0;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
      cell.append('"');
      return 1;
    }
    quoted = false;
    return 0;
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (row.size() > 1 || !row.getFirst().isBlank()) rows.add(row);
    row = new ArrayList<>();
  }
}
