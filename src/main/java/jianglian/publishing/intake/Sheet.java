package jianglian.publishing.intake;

import java.io.IOException;
import java.util.List;
import jianglian.publishing.IntakeCell;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// A table as a spreadsheet program sees it: numbered rows of cells, headings not yet understood.
interface Sheet extends AutoCloseable {
  /// `number` counts from 1; empty cells are null; `fault` is null unless the row itself is broken.
  record Line(
      int number, List<@Nullable IntakeCell> cells, List<CellFault> faults, boolean broken) {
    boolean blank() {
      return cells.stream().allMatch(it -> it == null || it.text().isBlank());
    }

    @Nullable IntakeCell at(int column) {
      return column < cells.size() ? cells.get(column) : null;
    }
  }

  /// Something wrong with one cell before anyone asks what it means.
  record CellFault(int column, String key, List<Object> arguments) {
    Fault at(String pointer) {
      return new Fault(pointer, key, arguments);
    }
  }

  @Nullable Line next() throws IOException;

  int limit();

  @Override
  void close() throws IOException;

  /// The letters of a column: A, B … Z, AA.
  static String letter(int column) {
    var letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
