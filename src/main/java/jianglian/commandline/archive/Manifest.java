package jianglian.commandline.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What an archive holds. `schema` is the version of the tables; `sequences` the last number each
/// gave out.
public record Manifest(
    int format, Instant at, String schema, List<Table> tables, Map<String, Long> sequences) {
  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  /// `digest` of the rows in PostgreSQL's text form, ordered by `order`.
  public record Table(
      String name, List<String> columns, String order, long rows, String algorithm, String digest) {
    Table with(long rows, String algorithm, String digest) {
      return new Table(name, columns, order, rows, algorithm, digest);
    }

    String entry() {
      return "tables/" + name;
    }

    /// The rows, in an order that is the same whenever they are the same.
    String copyOut() {
      return "copy (select %s from %s order by %s) to stdout".formatted(list(), quoted(), order);
    }

    String copyIn() {
      return "copy %s (%s) from stdin".formatted(quoted(), list());
    }

    String quoted() {
      return '"' + name + '"';
    }

    private String list() {
      return String.join(", ", columns.stream().map(it -> '"' + it + '"').toList());
    }
  }

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
