package jianglian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jianglian.audit.Actor;
import jianglian.identity.ParkTokens;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import jianglian.search.embedding.RawModel;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How fast the ndjson import takes releases of 1 KB while index and vectors follow it, beside COPY
/// of the very same rows into the same tables with the same indexes; then how fast their vectors
/// follow, beside the model alone on the same texts.
public final class IngestBench {
  private static final List<String> TABLES =
      List.of("release", "release_version", "audit_entry", "search_change");
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int WARM = 5_000;
  private static final int TURNS = 3;
  private static final int SAMPLE = 200;
  // Six rounds of the backlog, each of which begins with its long texts and ends with short ones.
  private static final int TURN = 3_072;

  private final Bench bench;
  private final ConfigurableApplicationContext app;
  private final Path folder;
  private final JdbcClient db;
  private final SearchEngine engine;
  private final Backlog backlog;
  private final Corpus corpus = new Corpus(20261123);

  private IngestBench(Bench bench, ConfigurableApplicationContext app, Path folder) {
    this.bench = bench;
    this.app = app;
    this.folder = folder;
    this.db = app.getBean(JdbcClient.class);
    this.engine = app.getBean(SearchEngine.class);
    this.backlog = app.getBean(Backlog.class);
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var folder = bench.folder("ingest");
    try (var app = Product.start(folder)) {
      new IngestBench(bench, app, folder).measure(bench.option("items", 100_000));
    }
    bench.print();
  }

  private void measure(int items) throws IOException, SQLException, InterruptedException {
    var token = app.getBean(ParkTokens.class).issue(park(), "bench", new Actor.Job("bench"));
    var deliveries = new Deliveries(corpus, folder);
    send(token, deliveries.releases("warm", 0, WARM));
    settle();
    var file = deliveries.releases("r", 0, items);
    var megabytes = Files.size(file) / 1e6;
    bench.fact("items", items);
    bench.fact("megabytes", megabytes);
    bench.corpus(corpus);
    Memory.own().tell(bench, "before");
    var start = System.nanoTime();
    var durable = send(token, file);
    engine.await(PATIENCE);
    var searchable = (System.nanoTime() - start) / 1e9;
    bench.fact("vector_backlog", engine.vectorBacklog().texts());
    Memory.own().tell(bench, "after", 1_200);
    vectors();
    backlog.stop();
    var again = send(token, file);
    var copy = copy() * items / (items + WARM);
    bench.time("durable_s", durable, copy, 30);
    bench.rate("rows_per_second", items / durable, items / copy, 0.3);
    bench.rate("megabytes_per_second", megabytes / durable, megabytes / copy);
    bench.ours("text_searchable_s", searchable, 120);
    bench.ours("redelivery_s", again);
  }

  private long park() {
    return db.sql(
            """
            insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            values ('99999999', '测试园区', '测试', 'Bench', 'ceshi', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
            returning id
            """)
        .query(Long.class)
        .single();
  }

  private double send(String token, Path file) throws IOException {
    return Deliveries.send(Product.port(app), token, "releases", file);
  }

  /// The backlog and the model alone take turns on texts of the same releases.
  private void vectors() throws InterruptedException {
    var texts = new ArrayList<String>();
    for (var i = 0; i < SAMPLE; i++) {
      texts.add(corpus.title());
      texts.add(corpus.text(300));
    }
    var ours = 0.0;
    var raw = 0.0;
    backlog.stop();
    bench.ours("settled_s", Cpu.own().rest());
    for (var i = 0; i < TURNS; i++) {
      backlog.stop();
      raw += RawModel.perSecond(texts) / TURNS;
      backlog.start();
      ours += stored() / TURNS;
    }
    bench.rate("vectors_per_second", ours, raw, 0.9);
  }

  /// Vectors a second, from one batch's commit to another's.
  private double stored() throws InterruptedException {
    var from = reaching(embedded() + 1);
    var start = System.nanoTime();
    var to = reaching(from + TURN);
    return (to - from) * 1e9 / (System.nanoTime() - start);
  }

  private long reaching(long count) throws InterruptedException {
    while (true) {
      var now = embedded();
      if (now >= count || engine.vectorBacklog().texts() == 0) return now;
      Thread.sleep(20);
    }
  }

  private long embedded() {
    return db.sql("select count(*) from embedding").query(Long.class).single();
  }

  /// Seconds to COPY the imported rows into the emptied tables, one durable commit at the end.
  private double copy() throws IOException, SQLException {
    settle();
    try (var connection = app.getBean(DataSource.class).getConnection()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : TABLES) {
        try (var out = Files.newOutputStream(folder.resolve(table + ".copy"))) {
          copy.copyOut("copy (select " + columns(table) + " from " + table + ") to stdout", out);
        }
      }
      var statement = connection.createStatement();
      // The audit trail is never emptied otherwise.
      statement.execute("set session_replication_role = replica");
      statement.execute("truncate " + String.join(", ", TABLES) + " cascade");
      statement.execute("set session_replication_role = origin");
      connection.setAutoCommit(false);
      var start = System.nanoTime();
      for (var table : TABLES) {
        try (var in = Files.newInputStream(folder.resolve(table + ".copy"))) {
          copy.copyIn("copy " + table + " (" + columns(table) + ") from stdin", in, 1 << 16);
        }
      }
      connection.commit();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private String columns(String table) {
    return db.sql(
            """
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = :table and is_generated = 'NEVER' and column_name <> 'xid'
            """)
        .param("table", table)
        .query(String.class)
        .single();
  }

  private void settle() {
    db.sql("checkpoint").update();
  }
}
