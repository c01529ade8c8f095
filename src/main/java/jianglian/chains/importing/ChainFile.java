package jianglian.chains.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jianglian.chains.ChainEdge;
import jianglian.parks.CodeWords;
import jianglian.parks.Industries;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The edges of a file: csv with a line of headings, a json list, or one json object a line. A row
/// names who stands upstream and who downstream; either may be several: in csv apart by commas or
/// semicolons, in json a list or the names of an object. Industries stand in `upstreamIndustry` and
/// `downstreamIndustry`; where they do not, a node has the industry of GB/T 4754 that its name, or
/// the part behind its last hyphen, names. UTF-8 or GB 18030.
public final class ChainFile {
  static final int MOST_EDGES = 500_000;
  private static final int LONGEST_NAME = 120;
  private static final JsonMapper JSON = new JsonMapper();

  /// Which columns or fields name the two ends.
  public record Ends(String upstream, String downstream) {
    public static final Ends USUAL = new Ends("upstream", "downstream");
  }

  /// A row that was left out: its number, counted from 1 (in csv the headings are row 1), and the
  /// code of the reason, which is `no-object`, `no-upstream`, `no-downstream`, `too-long`, `itself`
  /// or `too-many`.
  public record Refused(int row, String reason, String text) {}

  public record Read(List<ChainEdge> edges, List<Refused> refused) {}

  /// The file cannot be read as either form; `reason` as in [Refused], or `no-such-column`,
  /// `damaged`.
  public static final class Unreadable extends RuntimeException {
    Unreadable(String reason) {
      super(reason);
    }
  }

  private final Ends ends;
  private final List<ChainEdge> edges = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Map<String, List<String>> industries = new HashMap<>();

  private ChainFile(Ends ends) {
    this.ends = ends;
  }

  public static Read read(Path file, Ends ends) throws IOException {
    var text = text(Files.readAllBytes(file));
    var reading = new ChainFile(ends);
    var start = text.stripLeading();
    if (start.startsWith("[")) {
      reading.list(text);
    } else if (start.startsWith("{")) {
      reading.lines(text);
    } else {
      reading.csv(text);
    }
    return new Read(List.copyOf(reading.edges), List.copyOf(reading.refused));
  }

  private static String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }

  private void list(String text) {
    try {
      var row = 0;
      for (var node : JSON.readTree(text)) object(++row, node);
    } catch (JacksonException damaged) {
      throw new Unreadable("damaged");
    }
  }

  private void lines(String text) {
    var row = 0;
    for (var line : text.lines().toList()) {
      row++;
      if (line.isBlank()) continue;
      try {
        object(row, JSON.readTree(line));
      } catch (JacksonException damaged) {
        refuse(row, "no-object", line);
      }
    }
  }

  private void object(int row, JsonNode node) {
    if (!node.isObject()) {
      refuse(row, "no-object", node.toString());
      return;
    }
    add(
        row,
        names(node.path(ends.upstream())),
        names(node.path("upstreamIndustry")),
        names(node.path(ends.downstream())),
        names(node.path("downstreamIndustry")));
  }

  private static List<String> names(JsonNode node) {
    if (node.isObject()) return List.copyOf(node.propertyNames());
    if (node.isArray()) return node.valueStream().map(JsonNode::asString).toList();
    return node.isString() || node.isNumber() ? List.of(node.asString()) : List.of();
  }

  private void csv(String text) {
    var rows = Csv.rows(text);
    if (rows.isEmpty()) throw new Unreadable("no-such-column");
    var headings = rows.getFirst().stream().map(String::strip).toList();
    if (!headings.contains(ends.upstream()) || !headings.contains(ends.downstream())) {
      throw new Unreadable("no-such-column");
    }
    for (var i = 1; i < rows.size(); i++) {
      var cells = new LinkedHashMap<String, String>();
      var row = rows.get(i);
      for (var c = 0; c < Math.min(headings.size(), row.size()); c++) {
        cells.put(headings.get(c), row.get(c));
      }
      add(
          i + 1,
          several(cells, ends.upstream()),
          several(cells, "upstreamIndustry"),
          several(cells, ends.downstream()),
          several(cells, "downstreamIndustry"));
    }
  }

  private static List<String> several(Map<String, String> cells, String column) {
    return Stream.of(cells.getOrDefault(column, "").split("[,，;；\\n]+"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private void add(
      int row, List<String> ups, List<String> upCodes, List<String> downs, List<String> downCodes) {
    if (ups.isEmpty()) refuse(row, "no-upstream", "");
    else if (downs.isEmpty()) refuse(row, "no-downstream", ups.getFirst());
    else
      for (var up : ups) {
        for (var down : downs) edge(row, up.strip(), upCodes, down.strip(), downCodes);
      }
  }

  private void edge(int row, String up, List<String> upCodes, String down, List<String> downCodes) {
    if (up.length() > LONGEST_NAME || down.length() > LONGEST_NAME) {
      refuse(row, "too-long", up);
    } else if (up.isEmpty() || down.isEmpty()) {
      refuse(row, up.isEmpty() ? "no-upstream" : "no-downstream", up);
    } else if (up.equals(down)) {
      refuse(row, "itself", up);
    } else if (edges.size() >= MOST_EDGES) {
      refuse(row, "too-many", up);
    } else {
      edges.add(new ChainEdge(up, codes(up, upCodes), down, codes(down, downCodes)));
    }
  }

  private List<String> codes(String name, List<String> given) {
    var known = given.stream().filter(Industries::exists).toList();
    return known.isEmpty() ? industries.computeIfAbsent(name, ChainFile::named) : known;
  }

  /// A section is too wide to find firms by.
  private static List<String> named(String name) {
    var last = name.substring(name.lastIndexOf('-') + 1).strip();
    return Stream.of(name, last)
        .flatMap(it -> CodeWords.INDUSTRIES.find(it).stream())
        .filter(it -> it.length() > 1)
        .limit(1)
        .toList();
  }

  private void refuse(int row, String reason, String text) {
    refused.add(new Refused(row, reason, text.length() > 60 ? text.substring(0, 60) : text));
  }
}
