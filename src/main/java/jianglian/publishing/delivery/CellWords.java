package jianglian.publishing.delivery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.publishing.IntakeCell;
import jianglian.publishing.IntakeColumn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people write in the cells of a spreadsheet, as the codes and objects of the API.
final class CellWords {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> INDUSTRIES = industries();
  private static final Map<String, String> AUDIENCES =
      Map.of(
          "企业",
          "enterprise",
          "科研院所",
          "institute",
          "高校院所",
          "institute",
          "投资机构",
          "investor",
          "服务机构",
          "service",
          "个人",
          "person",
          "人才",
          "person");
  private static final Map<String, String> DELIVERIES =
      Map.of("免申即享", "exempt", "快申快享", "fast", "申报", "apply", "申报享受", "apply");

  /// The parts of a clause in their order in the cell.
  private static final List<String> CLAUSE =
      List.of("title", "audience", "conditions", "support", "amountMax", "delivery", "office");

  private static final IntakeColumn CONDITIONS = IntakeColumn.list("conditions", it -> it);
  private static final IntakeColumn AMOUNT = IntakeColumn.amount("amountMax");

  private CellWords() {}

  /// An industry's code, also by its name; C3491 is 3491.
  static String industry(String word) {
    if (Industries.exists(word)) return word;
    if (word.length() > 1 && Industries.exists(word.substring(1))) return word.substring(1);
    return INDUSTRIES.getOrDefault(word, word);
  }

  private static Map<String, String> industries() {
    var codes = new HashMap<String, String>();
    for (int level = 4; level >= 1; level--) {
      for (var it : Industries.level(level)) codes.put(it.name(), it.code());
    }
    return codes;
  }

  /// A province's code, also by its name.
  static String region(String word) {
    return Regions.provinces().stream()
        .filter(it -> it.name().equals(word) || it.name().startsWith(word))
        .map(Regions.Region::code)
        .findFirst()
        .orElse(word);
  }

  static String audience(String word) {
    return AUDIENCES.getOrDefault(word, word);
  }

  /// One clause a line, its parts separated by upright strokes: title | audience | conditions |
  /// support | most yuan | delivery mode | office.
  static JsonNode clauses(IntakeCell cell) {
    var clauses = NODES.arrayNode();
    cell.text().lines().filter(it -> !it.isBlank()).map(CellWords::clause).forEach(clauses::add);
    return clauses;
  }

  private static ObjectNode clause(String line) {
    var parts = Arrays.asList(line.split("[|｜]", -1));
    var clause = NODES.objectNode();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i).strip();
      if (part.isEmpty()) continue;
      if (i < CLAUSE.size()) clause.set(CLAUSE.get(i), part(CLAUSE.get(i), part));
      else clause.put("" + (i + 1), part);
    }
    return clause;
  }

  private static JsonNode part(String name, String text) {
    var cell = new IntakeCell(text, false);
    return switch (name) {
      case "conditions" -> CONDITIONS.reading().apply(cell);
      case "amountMax" -> AMOUNT.reading().apply(cell);
      case "delivery" -> NODES.stringNode(DELIVERIES.getOrDefault(text, text));
      default -> NODES.stringNode(text);
    };
  }
}
