package jianglian.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jianglian.world.RealData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A real document as a park's system would send it: laws and regulations, documents of the State
/// Council, policies and notices of Guangzhou.
record RealDocument(String externalId, ObjectNode content) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = RealData.FOLDER.resolve("policy");

  static List<RealDocument> all() throws IOException {
    return Stream.of(laws(), stateCouncil(), guangzhou()).flatMap(List::stream).toList();
  }

  String title() {
    return content.path("title").asString();
  }

  String number() {
    return content.path("documentNumber").asString("");
  }

  /// What the alliance looks at before it is published.
  boolean policy() {
    return content.path("kind").asString().equals("policy");
  }

  String json() {
    return JSON.writeValueAsString(content);
  }

  /// The same as a row of an import.
  String line() {
    return JSON.writeValueAsString(content.deepCopy().put("externalId", externalId));
  }

  /// Two versions of one law bear the same title, so the row tells them apart.
  private static List<RealDocument> laws() throws IOException {
    return read(
        "innovation_laws_regs.jsonl",
        "law",
        (row, content) -> {
          content.put("kind", "policy").put("bodyFormat", "markdown");
          optional(content, "publishedOn", row.path("version_date"));
          content.set("body", row.path("text"));
        });
  }

  private static List<RealDocument> stateCouncil() throws IOException {
    return read(
        "statecouncil_policies.jsonl",
        "gov",
        (row, content) -> {
          content.put("kind", "policy").put("bodyFormat", "text");
          content.set("documentNumber", row.path("doc_number"));
          content.set("issuer", row.path("office"));
          content.set("sourceUrl", row.path("url"));
          content.set("body", row.path("text"));
        });
  }

  /// What bears a number is a policy, the rest are notices.
  private static List<RealDocument> guangzhou() throws IOException {
    return read(
        "gz_documents_import.json",
        "gz",
        (row, content) -> {
          var numbered = row.path("doc_no").asString().endsWith("号");
          content.put("kind", numbered ? "policy" : "notice").put("bodyFormat", "text");
          if (numbered) content.set("documentNumber", row.path("doc_no"));
          content.set("issuer", row.path("source"));
          optional(content, "publishedOn", row.path("publish_date"));
          content.set("sourceUrl", row.path("source_url"));
          content.set("body", row.path("original_text"));
        });
  }

  private interface Filling {
    void fill(JsonNode row, ObjectNode content);
  }

  private static List<RealDocument> read(String file, String prefix, Filling filling)
      throws IOException {
    var documents = new ArrayList<RealDocument>();
    for (var line : Files.readAllLines(FOLDER.resolve(file))) {
      var row = JSON.readTree(line);
      var content = JSON.createObjectNode();
      content.set("title", row.path("title"));
      filling.fill(row, content);
      documents.add(new RealDocument(prefix + "-" + (documents.size() + 1), content));
    }
    return documents;
  }

  private static void optional(ObjectNode content, String field, JsonNode value) {
    if (!value.asString("").isEmpty()) content.set(field, value);
  }
}
