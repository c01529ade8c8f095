package jianglian.parks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Reads a small table of codes that ships with the product: comma separated, one header line, no
/// quotes.
final class CodeTable {
  private CodeTable() {}

  static <T> Map<String, T> read(
      String resource, Function<String[], String> key, Function<String[], T> value) {
    try (var in = CodeTable.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException(resource + " is missing");
      var table = new LinkedHashMap<String, T>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(it -> table.put(key.apply(it), value.apply(it)));
      return table;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
