package jianglian.parks.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;

/// Many parks pasted from a spreadsheet or a CSV file: one a line, in the order code, name, short
/// name, English name, region, longitude, latitude, founder; a heading is skipped. The good lines
/// stand, the bad ones are told with their reasons.
public record ParkTable(List<Good> good, List<Bad> bad) {
  private static final Set<String> YES = Set.of("是", "1", "true", "yes", "y", "发起园区");
  private static final int COLUMNS = 8;
  private static final int MOST = 500;

  /// `line` counts from 1 in what was pasted.
  record Good(int line, String text, NewPark park) {}

  public record Bad(int line, String text, List<Fault> faults) {}

  static ParkTable read(String pasted) {
    var lines = pasted.lines().toList();
    if (lines.size() > MOST) throw new InvalidInput("/table", "park.table-too-long", MOST);
    var table = new ParkTable(new ArrayList<>(), new ArrayList<>());
    for (var i = 0; i < lines.size(); i++) {
      var text = lines.get(i);
      if (!text.isBlank() && !(i == 0 && heading(text))) table.add(i + 1, text);
    }
    return table;
  }

  private static boolean heading(String text) {
    return text.chars().noneMatch(Character::isDigit);
  }

  private void add(int line, String text) {
    try {
      good.add(new Good(line, text, NewPark.of(typed(cells(text)))));
    } catch (InvalidInput invalid) {
      bad.add(new Bad(line, text, invalid.faults()));
    }
  }

  /// The line could be read, but what it says cannot stand beside the other parks.
  void turnDown(Good line, Fault fault) {
    good.remove(line);
    bad.add(new Bad(line.line(), line.text(), List.of(fault)));
  }

  private static NewPark.Typed typed(List<String> cells) {
    return new NewPark.Typed(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        YES.contains(cells.get(7).strip().toLowerCase(Locale.ROOT)));
  }

  /// Apart by tabs, as spreadsheets copy them, or by commas; a cell in quotes may hold a comma.
  static List<String> cells(String text) {
    var separator = text.indexOf('\t') >= 0 ? "\t" : ",，";
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      if (letter == '"') quoted = !quoted;
      else if (!quoted && separator.indexOf(letter) >= 0) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else cell.append(letter);
    }
    cells.add(cell.toString());
    while (cells.size() < COLUMNS) cells.add("");
    return cells;
  }
}
