package jianglian.torture;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jianglian.database.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What the running product's tables hold, read beside it.
final class Tables implements AutoCloseable {
  static final String PARK = "99999999";

  private final EmbeddedDatabase database;
  private final JdbcClient db;

  Tables(Path home) {
    this.database = EmbeddedDatabase.join(home.resolve("postgres"));
    this.db =
        JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.user(), database.password()));
  }

  void addPark() {
    db.sql(
            """
            insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            values (:code, '测试高新技术产业开发区', '测试', 'Torture', 'ceshi', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
            """)
        .param("code", PARK)
        .update();
  }

  record Stored(long id, Load.Row row, int version) {}

  /// The rows of a load that are there, by external id; empty where one stands twice.
  Map<String, Optional<Stored>> rows(Load load) {
    var table = load.kind().equals("release") ? "release" : "listing";
    var text = load.kind().equals("release") ? "body_source" : "text";
    var rows = new HashMap<String, Optional<Stored>>();
    db.sql(
            "select id, external_id, title, %s as text, version from %s where external_id = any(:ids)"
                .formatted(text, table))
        .param("ids", load.rows().keySet().toArray(String[]::new))
        .query(row -> {
          var stored =
              new Stored(
                  row.getLong("id"),
                  new Load.Row(row.getString("title"), row.getString("text")),
                  row.getInt("version"));
          rows.merge(row.getString("external_id"), Optional.of(stored), (_, _) -> Optional.empty());
        });
    return rows;
  }

  /// How often each object of a kind stands in the record of acts.
  Map<Long, Integer> acts(String kind) {
    return db
        .sql(
            "select object_id::bigint, count(*) from audit_entry where object_kind = :kind group by 1")
        .param("kind", kind)
        .query((row, _) -> Map.entry(row.getLong(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// `rows` that the job says it took; `finished` when it came to its end.
  record Job(long id, int created, int unchanged, int others, boolean finished) {}

  Optional<Job> newestJob() {
    return db.sql("select * from import_job order by id desc limit 1")
        .query((row, _) ->
            new Job(
                row.getLong("id"),
                row.getInt("created"),
                row.getInt("unchanged"),
                row.getInt("updated") + row.getInt("refused"),
                row.getTimestamp("finished_at") != null))
        .optional();
  }

  /// Ids of everything of a kind.
  List<Long> ids(String kind) {
    var sql =
        kind.equals("release")
            ? "select id from release"
            : "select id from listing where side = :kind";
    return db.sql(sql).param("kind", kind).query(Long.class).list();
  }

  /// Acts outside the sealed chain.
  long notSealed() {
    return count(
        "select count(*) from audit_entry e where not exists (select from audit_seal s where s.entry_id = e.id)");
  }

  /// Events that a listener has not heard yet.
  long notHeard() {
    return count("select count(*) from event_publication where completion_date is null");
  }

  private long count(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  @Override
  public void close() {
    database.close();
  }
}
