package jianglian.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jianglian.search.Embedder;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import jianglian.search.embedding.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A table of generated rows as a source of the index.
final class BenchItems implements SearchSource {
  static final String KIND = "bench";
  static final int PARKS = 51;

  private final JdbcClient db;
  private final DataSource database;
  private final Embedder embedder;
  private final SearchChanges changes;
  private final TransactionTemplate transaction;

  BenchItems(
      JdbcClient db,
      DataSource database,
      Embedder embedder,
      SearchChanges changes,
      TransactionTemplate transaction) {
    this.changes = changes;
    this.transaction = transaction;
    this.db = db;
    this.database = database;
    this.embedder = embedder;
  }

  record Item(long id, String title, String text) {}

  void create() {
    db.sql("create table if not exists bench_item (id bigint primary key, title text, text text)")
        .update();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<SearchEntry> load(Collection<Long> ids) {
    return db.sql("select id, title, text from bench_item where id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query((row, _) -> entry(row.getLong("id"), row.getString("title"), row.getString("text")))
        .list();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    create();
    return db.sql("select id from bench_item where id > :after order by id limit :size")
        .param("after", after)
        .param("size", size)
        .query(Long.class)
        .list();
  }

  /// In one transaction with the change log, as an import writes them.
  void insert(List<Item> items) throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.prepareStatement("insert into bench_item values (?, ?, ?)");
        var log =
            connection.prepareStatement("insert into search_change (kind, id) values (?, ?)")) {
      connection.setAutoCommit(false);
      for (var item : items) {
        rows.setLong(1, item.id());
        rows.setString(2, item.title());
        rows.setString(3, item.text());
        rows.addBatch();
        log.setString(1, KIND);
        log.setLong(2, item.id());
        log.addBatch();
      }
      rows.executeBatch();
      log.executeBatch();
      connection.commit();
    }
  }

  /// As a person posts: told to the index as modules do.
  void post(Item item) {
    transaction.executeWithoutResult(_ -> {
      db.sql("insert into bench_item values (:id, :title, :text)")
          .param("id", item.id())
          .param("title", item.title())
          .param("text", item.text())
          .update();
      changes.changed(KIND, item.id());
    });
  }

  /// Vectors as the model would have stored them.
  void embed(List<Item> items, Map<Long, float[]> vectors) throws SQLException {
    try (var connection = database.getConnection();
        var rows =
            connection.prepareStatement(
                "insert into embedding (kind, id, part, model, digest, vector) values (?, ?, ?, ?, ?, ?)");
        var log =
            connection.prepareStatement("insert into search_change (kind, id) values (?, ?)")) {
      connection.setAutoCommit(false);
      var done = 0;
      for (var item : items) {
        for (var part : Part.values()) {
          var text = part == Part.TITLE ? item.title() : item.text();
          rows.setString(1, KIND);
          rows.setLong(2, item.id());
          rows.setString(3, part.code());
          rows.setString(4, embedder.model());
          rows.setString(5, part.digest(text));
          rows.setBytes(6, bytes(vectors.getOrDefault(item.id(), new float[512])));
          rows.addBatch();
        }
        log.setString(1, KIND);
        log.setLong(2, item.id());
        log.addBatch();
        if (++done % 500 == 0) rows.executeBatch();
      }
      rows.executeBatch();
      log.executeBatch();
      connection.commit();
    }
  }

  private static SearchEntry entry(long id, String title, String text) {
    return new SearchEntry(
        KIND,
        id,
        "zh",
        id % 20 == 0 ? Set.of("park:1") : Set.of("public"),
        title,
        text,
        List.of(),
        null,
        Map.of("park", Set.of("p" + id % PARKS), "type", Set.of("t" + id % 3)),
        Map.of("amountMin", id % 1000),
        Instant.EPOCH.plusSeconds(1_700_000_000L + id),
        null);
  }

  private static byte[] bytes(float[] floats) {
    var bytes = ByteBuffer.allocate(floats.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return bytes.array();
  }
}
