package jianglian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import jianglian.audit.Cryptography;
import jianglian.search.Embedder;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import jianglian.search.embedding.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A home of the product with many open offers and a tenth as many open needs, with their vectors,
/// indexed. It takes long to make and is kept below `target` for whoever measures on it next. What
/// stands in a row follows from its id, so that it need not be remembered.
final class Stock {
  private static final Path ALL = Path.of("target", "bench-stock");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WHOLE = "whole.json";
  private static final String VECTORS = "vectors.bin";

  /// Raised when rows are made otherwise.
  private static final int VERSION = 1;

  /// Beyond all ids: what rows say after they changed.
  private static final long CHANGED = 1_000_000_000L;

  private static final int BATCH = 2_000;
  private static final int TEXT = 150;
  private static final int OFFERS_OF_ONE = 20;
  private static final Duration PATIENCE = Duration.ofHours(5);

  /// Half of the offers are technology, which a need of technology may find, and half are sites.
  private static final List<String> TYPES = List.of("technology", "site");

  private final int offers;
  private final Path home;
  private final Clauses clauses = Clauses.any();
  private final BaseVectors vectors;

  /// Offers lie in these provinces; a need that only looks there is left with so much of them.
  enum Share {
    HALF("420000", 0.778, 0.5),
    TENTH("340000", 0.2, 0.1),
    HUNDREDTH("360000", 0.02, 0.01),
    THOUSANDTH("430000", 0.002, 0.001);

    final String region;
    final double offers;
    final double kept;

    Share(String region, double offers, double kept) {
      this.region = region;
      this.offers = offers;
      this.kept = kept;
    }

    static Share drawn(RandomGenerator random) {
      var at = random.nextDouble();
      for (var share : values()) {
        at -= share.offers;
        if (at < 0) return share;
      }
      return HALF;
    }

    long park() {
      return ordinal() + 1L;
    }
  }

  private Stock(int offers, Path home) throws IOException {
    this.offers = offers;
    this.home = home;
    this.vectors = BaseVectors.read(home.resolve(VECTORS));
  }

  /// That of `--items`, made if it is not there.
  static Stock of(Bench bench) throws Exception {
    var offers = bench.option("items", 100_000);
    var home = ALL.resolve(offers + "-" + VERSION);
    if (!Files.exists(home.resolve(WHOLE))) make(offers, home);
    JSON.readTree(Files.readString(home.resolve(WHOLE)))
        .forEachEntry(
            (name, it) -> bench.fact(name, it.isString() ? it.asString() : it.numberValue()));
    return new Stock(offers, home);
  }

  Path home() {
    return home;
  }

  int offers() {
    return offers;
  }

  int needs() {
    return offers / 10;
  }

  /// The id of the first need; offers begin with 1.
  long firstNeed() {
    return offers + 1L;
  }

  String title(long id) {
    return corpus(id).title();
  }

  float[] vector(long id, Part part) {
    return part == Part.TITLE ? vectors.of(id) : vectors.about(id, new SplittableRandom(-id));
  }

  /// What a question about that one would have.
  float[] about(long id, RandomGenerator random) {
    return vectors.about(id, random);
  }

  /// Where the need looks: one in ten for each of the narrow shares, the others anywhere.
  Share share(long need) {
    var narrow = (int) (need % 10);
    return narrow < Share.values().length ? Share.values()[narrow] : Share.HALF;
  }

  private Corpus corpus(long id) {
    return new Corpus(clauses, new SplittableRandom(id).nextLong());
  }

  /// Goes on where an earlier attempt was stopped.
  private static void make(int offers, Path home) throws Exception {
    Files.createDirectories(home);
    var start = System.nanoTime();
    try (var app = Product.start(home)) {
      var embedder = app.getBean(Embedder.class);
      while (!embedder.ready()) Thread.sleep(100);
      app.getBean(Backlog.class).stop();
      if (!Files.exists(home.resolve(VECTORS))) {
        BaseVectors.write(home.resolve(VECTORS), Clauses.any(), embedder::embed);
      }
      var stock = new Stock(offers, home);
      var busy = Cpu.ownAndDatabase(home);
      try (var connection = app.getBean(DataSource.class).getConnection()) {
        connection.setAutoCommit(false);
        stock.rows(connection, embedder.model());
      }
      app.getBean(SearchEngine.class).await(PATIENCE);
      var made = Duration.ofNanos(System.nanoTime() - start);
      var settled = Cpu.own().rest();
      Files.writeString(
          home.resolve(WHOLE),
          JSON.writeValueAsString(
              Map.of(
                  "stock_offers", offers,
                  "stock_needs", stock.needs(),
                  "stock_texts_of", stock.clauses.origin(),
                  "stock_indexed_s", made.toSeconds(),
                  "stock_settled_s", Math.round(settled),
                  "stock_cpu_s", Math.round(busy.seconds()))));
    }
  }

  private void rows(Connection connection, String model) throws SQLException {
    var done = highest(connection);
    if (done == 0) {
      parks(connection);
      organisations(connection);
    }
    var end = offers + needs() + 1L;
    for (var id = done + 1; id < end; id += BATCH) {
      rows(connection, id, Math.min(id + BATCH, end), model);
      connection.commit();
    }
  }

  private static long highest(Connection connection) throws SQLException {
    try (var asked = connection.prepareStatement("select coalesce(max(id), 0) from listing");
        var rows = asked.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void parks(Connection connection) throws SQLException {
    try (var row =
        connection.prepareStatement(
            """
            insert into park (id, code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            overriding system value values (?, ?, ?, ?, 'Bench', 'ceshi', ?, ?, '测试市', 114, 30, 'member')
            """)) {
      for (var share : Share.values()) {
        row.setLong(1, share.park());
        row.setString(2, "9999999" + share.ordinal());
        row.setString(3, "测试园区" + share.ordinal());
        row.setString(4, "测试" + share.ordinal());
        row.setString(5, share.region);
        row.setString(6, share.region);
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private void organisations(Connection connection) throws SQLException {
    try (var all =
        connection.prepareStatement(
            """
            insert into organisation (id, park_id, name, kind, state, created_at)
            overriding system value
            select id, 1, '测试企业' || id, 'enterprise', 'admitted', now() from generate_series(1, ?) as id
            """)) {
      all.setLong(1, organisation(firstNeed() + needs()));
      all.executeUpdate();
    }
  }

  private static long organisation(long id) {
    return id / OFFERS_OF_ONE + 1;
  }

  private void rows(Connection connection, long from, long to, String model) throws SQLException {
    try (var rows =
            connection.prepareStatement(
                """
                insert into listing (id, side, park_id, organisation_id, title, text, type, industries, regions,
                  amount_min, amount_max, state, digest, created_at, updated_at, opened_at, expires_on)
                overriding system value
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, current_date + 365)
                """);
        var embeddings =
            connection.prepareStatement(
                "insert into embedding (kind, id, part, model, digest, vector) values (?, ?, ?, ?, ?, ?)");
        var log =
            connection.prepareStatement("insert into search_change (kind, id) values (?, ?)")) {
      for (var id = from; id < to; id++) {
        var side = side(id);
        var corpus = corpus(id);
        var title = corpus.title();
        var text = corpus.text(TEXT);
        row(connection, rows, id, title, text);
        rows.addBatch();
        for (var part : Part.values()) {
          embeddings.setString(1, side);
          embeddings.setLong(2, id);
          embeddings.setString(3, part.code());
          embeddings.setString(4, model);
          embeddings.setString(5, part.digest(part == Part.TITLE ? title : text));
          embeddings.setBytes(6, GivenVectors.bytes(vector(id, part)));
          embeddings.addBatch();
        }
        log.setString(1, side);
        log.setLong(2, id);
        log.addBatch();
      }
      rows.executeBatch();
      embeddings.executeBatch();
      log.executeBatch();
    }
  }

  /// A bench is about to add rows of its own behind these.
  void opened(JdbcClient db) {
    db.sql(
            "select setval(pg_get_serial_sequence('listing', 'id'), greatest(:last, (select max(id) from listing)))")
        .param("last", offers + needs())
        .query(Long.class)
        .single();
  }

  /// Rows that a bench added are not found any more.
  void forgetAdded(JdbcClient db) {
    db.sql(
            """
            with gone as (update listing set state = 'withdrawn' where id > :last returning side, id)
            insert into search_change (kind, id) select side, id from gone
            """)
        .param("last", offers + needs())
        .update();
  }

  /// Gives one in so many rows another title and text with their vectors, as if its people had
  /// written them anew.
  void change(Connection connection, int oneIn, String model) throws SQLException {
    try (var rows =
            connection.prepareStatement(
                "update listing set title = ?, text = ?, digest = ?, version = version + 1 where id = ?");
        var embeddings =
            connection.prepareStatement(
                "update embedding set digest = ?, vector = ? where kind = ? and id = ? and part = ? and model = ?");
        var log =
            connection.prepareStatement("insert into search_change (kind, id) values (?, ?)")) {
      for (long id = oneIn; id < firstNeed() + needs(); id += oneIn) {
        var other = CHANGED + id;
        var corpus = corpus(other);
        var title = corpus.title();
        var text = corpus.text(TEXT);
        rows.setString(1, title);
        rows.setString(2, text);
        rows.setString(3, Cryptography.digest(title + "\n" + text));
        rows.setLong(4, id);
        rows.addBatch();
        for (var part : Part.values()) {
          embeddings.setString(1, part.digest(part == Part.TITLE ? title : text));
          embeddings.setBytes(2, GivenVectors.bytes(vector(other, part)));
          embeddings.setString(3, side(id));
          embeddings.setLong(4, id);
          embeddings.setString(5, part.code());
          embeddings.setString(6, model);
          embeddings.addBatch();
        }
        log.setString(1, side(id));
        log.setLong(2, id);
        log.addBatch();
      }
      rows.executeBatch();
      embeddings.executeBatch();
      log.executeBatch();
      connection.commit();
    }
  }

  private String side(long id) {
    return id < firstNeed() ? "offer" : "need";
  }

  private void row(Connection connection, PreparedStatement row, long id, String title, String text)
      throws SQLException {
    var random = new SplittableRandom(id);
    var need = side(id).equals("need");
    var least = 100_000L + random.nextInt(900_000);
    var at = Timestamp.from(Instant.EPOCH.plusSeconds(1_750_000_000L + id));
    row.setLong(1, id);
    row.setString(2, side(id));
    row.setLong(3, Share.drawn(random).park());
    row.setLong(4, organisation(id));
    row.setString(5, title);
    row.setString(6, text);
    row.setString(7, need ? TYPES.getFirst() : TYPES.get(random.nextInt(TYPES.size())));
    row.setArray(8, array(connection, List.of(random.nextBoolean() ? "3491" : "3562")));
    row.setArray(9, array(connection, need ? regions(id) : List.of()));
    row.setLong(10, least);
    row.setLong(11, 2_000_000L);
    row.setString(12, Cryptography.digest(title + "\n" + text));
    row.setTimestamp(13, at);
    row.setTimestamp(14, at);
    row.setTimestamp(15, at);
  }

  private List<String> regions(long need) {
    var share = share(need);
    return share == Share.HALF ? List.of() : List.of(share.region);
  }

  private static Array array(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
