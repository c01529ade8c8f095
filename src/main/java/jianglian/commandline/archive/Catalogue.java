package jianglian.commandline.archive;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which tables, columns and sequences there are.
record Catalogue(Connection connection) {
  /// Not archived: Flyway's own table, the timetable of jobs, which every instance makes, and what
  /// speaks of transaction numbers, which mean nothing in another server.
  private static final String TABLES =
      """
      select c.relname,
        (select array_agg(a.attname order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) as columns,
        (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
         from pg_index i cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and c.relname not in ('flyway_schema_history', 'scheduled_tasks', 'audit_horizon',
          'search_change', 'search_node', 'search_pruned')
      order by c.relname
      """;

  /// Values are written the same way wherever the program runs.
  static void plain(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set local timezone = 'UTC'");
      statement.execute("set local datestyle = 'ISO'");
    }
  }

  List<Manifest.Table> tables() throws SQLException {
    var tables = new ArrayList<Manifest.Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        var name = rows.getString("relname");
        var key = rows.getString("key");
        var order = key == null ? "\"%s\"::text collate \"C\"".formatted(name) : key;
        tables.add(new Manifest.Table(name, texts(rows.getArray("columns")), order, 0, "", ""));
      }
    }
    return tables;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  Map<String, Long> sequences() throws SQLException {
    var sequences = new TreeMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null")) {
      while (rows.next()) sequences.put(rows.getString(1), rows.getLong(2));
    }
    return sequences;
  }

  String schema() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1")) {
      return rows.next() ? rows.getString(1) : "0";
    }
  }
}
