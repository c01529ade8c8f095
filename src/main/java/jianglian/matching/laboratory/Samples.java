package jianglian.matching.laboratory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Needs, offers and judged pairs as files: `needs.jsonl` (id, title, text), `achievements.jsonl`
/// (id, title, perhaps text) and csv with the columns need, achievement and perhaps level (1
/// unrelated to 4 strongly related).
public final class Samples {
  private static final JsonMapper JSON = new JsonMapper();

  private Samples() {}

  public record Item(String id, String title, String text) {}

  public record Labelled(String need, String offer, double level) {}

  public static Map<String, Item> items(Path file) throws IOException {
    var items = new LinkedHashMap<String, Item>();
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines
          .filter(it -> !it.isBlank())
          .map(JSON::readTree)
          .map(it ->
              new Item(
                  it.path("id").asString(),
                  it.path("title").asString(""),
                  it.path("text").asString("")))
          .forEach(it -> items.put(it.id(), it));
    }
    return items;
  }

  /// Pairs of a csv file; without a column `level` every level is 0.
  public static List<Labelled> pairs(Path file) throws IOException {
    var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    var names = List.of(lines.getFirst().replace("\uFEFF", "").strip().split(","));
    var need = names.indexOf("need");
    var offer = names.indexOf("achievement");
    var level = names.indexOf("level");
    if (need < 0 || offer < 0) throw new IOException(file + ": columns need, achievement expected");
    var pairs = new ArrayList<Labelled>();
    for (var line : lines.subList(1, lines.size())) {
      if (line.isBlank()) continue;
      var cells = line.strip().split(",", -1);
      pairs.add(
          new Labelled(
              cells[need], cells[offer], level < 0 ? 0 : Double.parseDouble(cells[level])));
    }
    return pairs;
  }
}
