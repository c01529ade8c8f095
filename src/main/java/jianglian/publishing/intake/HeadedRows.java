package jianglian.publishing.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jianglian.publishing.IntakeCell;
import jianglian.publishing.IntakeColumn;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Rows of a table whose first filled line names the columns.
final class HeadedRows implements Rows {
  static final String ID = "externalId";

  /// Titles and remarks may stand above the headings.
  private static final int SEARCHED = 10;

  private final Sheet sheet;
  private final Headings headings;
  private final Map<Integer, IntakeColumn> columns;

  private HeadedRows(Sheet sheet, Headings headings, Map<Integer, IntakeColumn> columns) {
    this.sheet = sheet;
    this.headings = headings;
    this.columns = columns;
  }

  static HeadedRows of(Sheet sheet, Headings headings) throws IOException {
    Sheet.@Nullable Line nearest = null;
    for (int i = 0; i < SEARCHED; i++) {
      var line = sheet.next();
      if (line == null) break;
      if (line.blank()) continue;
      if (headings.headedBy(line)) return new HeadedRows(sheet, headings, columns(line, headings));
      if (nearest == null || line.cells().size() > nearest.cells().size()) nearest = line;
    }
    if (nearest == null) throw new UnreadableFile("intake.empty-file");
    throw new UnreadableFile("intake.no-headings", headings.neededNames());
  }

  private static Map<Integer, IntakeColumn> columns(Sheet.Line line, Headings headings) {
    var columns = new LinkedHashMap<Integer, IntakeColumn>();
    var unknown = new ArrayList<String>();
    var first = new HashMap<String, Integer>();
    for (int i = 0; i < line.cells().size(); i++) {
      var cell = line.at(i);
      if (cell == null || cell.text().isBlank()) continue;
      var column = headings.column(cell.text());
      if (column == null) {
        unknown.add(Sheet.letter(i) + " " + cell.text().strip());
        continue;
      }
      var before = first.putIfAbsent(column.field(), i);
      if (before != null) {
        throw new UnreadableFile(
            "intake.heading-twice", cell.text().strip(), Sheet.letter(before), Sheet.letter(i));
      }
      columns.put(i, column);
    }
    var missing = headings.missing(first.keySet());
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw new UnreadableFile(
          missing.isEmpty()
              ? "intake.headings-unknown"
              : unknown.isEmpty() ? "intake.headings-missing" : "intake.headings-wrong",
          String.join("、", missing),
          String.join("、", unknown));
    }
    return columns;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (true) {
      var line = sheet.next();
      if (line == null) return null;
      if (line.broken()) return Row.unreadable(line.number(), Fault.at("", "intake.broken-line"));
      if (!line.blank()) return row(line);
    }
  }

  private Row row(Sheet.Line line) {
    var content = JsonNodeFactory.instance.objectNode();
    var faults = new ArrayList<Fault>();
    int weight = 0;
    for (var it : columns.entrySet()) {
      var cell = line.at(it.getKey());
      if (cell == null || cell.text().isBlank()) continue;
      weight += 2 * cell.text().length() + 64;
      content.set(it.getValue().field(), it.getValue().reading().apply(meant(cell, it.getValue())));
    }
    for (int i = 0; i < line.cells().size(); i++) {
      var cell = line.at(i);
      if (cell != null && !cell.text().isBlank() && !columns.containsKey(i)) {
        faults.add(Fault.at("/" + Sheet.letter(i), "intake.cell-without-heading", Sheet.letter(i)));
      }
    }
    for (var fault : line.faults()) {
      var column = columns.get(fault.column());
      if (column != null) faults.add(fault.at("/" + column.field()));
    }
    return new Row(line.number(), content, List.copyOf(faults), weight);
  }

  /// A word of a choice stands for its code.
  private IntakeCell meant(IntakeCell cell, IntakeColumn column) {
    return column.choices().isEmpty()
        ? cell
        : new IntakeCell(headings.code(column, cell.text()), false);
  }

  @Override
  public int limit() {
    return sheet.limit();
  }

  @Override
  public @Nullable String column(String field) {
    return columns.entrySet().stream()
        .filter(it -> it.getValue().field().equals(field))
        .map(it -> Sheet.letter(it.getKey()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
