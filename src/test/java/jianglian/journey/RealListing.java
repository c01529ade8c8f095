package jianglian.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jianglian.world.RealData;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A real need or achievement of a technology-transfer service as a park's system would send it.
record RealListing(String externalId, ObjectNode content) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = RealData.FOLDER.resolve("match");

  /// Judged related by professionals: 3 or 4 of 4.
  private static final double GOOD = 3;

  static List<RealListing> needs() throws IOException {
    return read("needs.jsonl");
  }

  /// All that were judged good for a need, and of all every tenth: the whole 6,714 take the model
  /// minutes on a busy machine and show nothing else.
  static List<RealListing> achievements(Map<String, Set<String>> good) throws IOException {
    var judged = good.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    var all = read("achievements.jsonl");
    return IntStream.range(0, all.size())
        .filter(it -> it % 10 == 0 || judged.contains(all.get(it).externalId()))
        .mapToObj(all::get)
        .toList();
  }

  /// The achievements judged good for each need that has any.
  static Map<String, Set<String>> good() throws IOException {
    var good = new HashMap<String, Set<String>>();
    for (var line : Files.readAllLines(FOLDER.resolve("labels.csv"))) {
      var cells = line.split(",", -1);
      if (cells[0].equals("need") || Double.parseDouble(cells[2]) < GOOD) continue;
      good.computeIfAbsent(cells[0], _ -> new HashSet<>()).add(cells[1]);
    }
    return good;
  }

  String json() {
    return JSON.writeValueAsString(content);
  }

  /// The same as a row of an import.
  String line() {
    return JSON.writeValueAsString(content.deepCopy().put("externalId", externalId));
  }

  private static List<RealListing> read(String file) throws IOException {
    var listings = new ArrayList<RealListing>();
    for (var line : Files.readAllLines(FOLDER.resolve(file))) {
      var row = JSON.readTree(line);
      var content = JSON.createObjectNode().put("type", "technology");
      content.set("title", row.path("title"));
      content.put("text", row.path("text").asString(""));
      listings.add(new RealListing(row.path("id").asString(), content));
    }
    return listings;
  }
}
