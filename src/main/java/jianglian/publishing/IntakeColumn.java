package jianglian.publishing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A column of a spreadsheet: the field it fills, how a cell becomes JSON, and what may be chosen.
/// Its heading is the message `intake.KIND.FIELD`, its explanation `intake.KIND.FIELD.hint`, the
/// words of a choice `intake.KIND.FIELD.CODE`; a cell may also hold the code itself. What a reading
/// cannot make sense of it hands on as text, for the command to refuse.
public record IntakeColumn(
    String field, boolean mandatory, List<String> choices, Function<IntakeCell, JsonNode> reading) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public static IntakeColumn text(String field) {
    return new IntakeColumn(field, false, List.of(), it -> NODES.stringNode(it.text()));
  }

  public static IntakeColumn date(String field) {
    return new IntakeColumn(field, false, List.of(), it -> NODES.stringNode(it.date()));
  }

  /// Whole yuan; 300万 and 3,000,000元 are understood.
  public static IntakeColumn amount(String field) {
    return new IntakeColumn(field, false, List.of(), IntakeCell::amount);
  }

  /// Several values in one cell, parted by commas, semicolons or line breaks; `code` turns a word
  /// into its code where it knows one.
  public static IntakeColumn list(String field, Function<String, String> code) {
    return new IntakeColumn(
        field,
        false,
        List.of(),
        cell -> {
          var list = NODES.arrayNode();
          Arrays.stream(cell.text().split("[、，,;；\\n]+"))
              .map(String::strip)
              .filter(it -> !it.isEmpty())
              .map(code)
              .forEach(list::add);
          return list;
        });
  }

  public static IntakeColumn choice(String field, List<String> codes) {
    return new IntakeColumn(field, false, codes, it -> NODES.stringNode(it.text()));
  }

  public static IntakeColumn of(String field, Function<IntakeCell, JsonNode> reading) {
    return new IntakeColumn(field, false, List.of(), reading);
  }

  public IntakeColumn needed() {
    return new IntakeColumn(field, true, choices, reading);
  }
}
