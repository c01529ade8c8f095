package jianglian.torture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jianglian.bench.Corpus;
import jianglian.parks.Industries;
import tools.jackson.databind.json.JsonMapper;

/// The rows that one round sends: of one kind, under an industry that no other round uses, so that
/// they are found by it.
record Load(String kind, String industry, Map<String, Row> rows) {
  private static final List<String> KINDS =
      List.of("release", "release", "release", "need", "release", "release", "release", "offer");
  private static final int LETTERS = 100;

  /// So many titles and texts make every row another pair, and yet few vectors: the torture is of
  /// the import and not of the model.
  private static final int VARIETY = 100;

  private static final JsonMapper JSON = new JsonMapper();

  /// What one row says.
  record Row(String title, String text) {}

  static Load of(int round, int size, Corpus corpus) {
    var rows = new LinkedHashMap<String, Row>();
    var titles = Stream.generate(corpus::title).limit(VARIETY).toList();
    var texts = Stream.generate(() -> corpus.text(LETTERS)).limit(VARIETY).toList();
    for (int i = 0; i < size; i++) {
      var row = new Row(titles.get(i / VARIETY % VARIETY), texts.get(i % VARIETY));
      rows.put("r%d-%05d".formatted(round, i + 1), row);
    }
    return new Load(KINDS.get((round - 1) % KINDS.size()), industry(round), rows);
  }

  private static String industry(int round) {
    return IntStream.range(1_000, 10_000)
        .mapToObj(String::valueOf)
        .filter(Industries::exists)
        .skip(round)
        .findFirst()
        .orElseThrow();
  }

  /// `releases`, `needs` or `offers`.
  String path() {
    return kind + "s";
  }

  byte[] ndjson() {
    var out = new ByteArrayOutputStream();
    rows.forEach((id, row) -> {
      out.writeBytes(JSON.writeValueAsString(fields(id, row)).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    });
    return out.toByteArray();
  }

  private Map<String, Object> fields(String id, Row row) {
    var industries = List.of(industry);
    return kind.equals("release")
        ? Map.of(
            "externalId",
            id,
            "kind",
            "notice",
            "title",
            row.title(),
            "body",
            row.text(),
            "bodyFormat",
            "text",
            "industries",
            industries)
        : Map.of(
            "externalId",
            id,
            "type",
            "technology",
            "title",
            row.title(),
            "text",
            row.text(),
            "industries",
            industries);
  }
}
