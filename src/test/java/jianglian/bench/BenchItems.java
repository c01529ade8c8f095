package jianglian.bench;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import jianglian.bench.GivenVectors.Item;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A table of generated rows as a source of the index.
final class BenchItems implements SearchSource {
  static final String KIND = "bench";
  static final int PARKS = 51;

  /// One in so many is only for its park.
  private static final int OF_A_PARK = 20;

  private static final AtomicLong LATEST = new AtomicLong(10_000_000L);

  private final JdbcClient db;
  private final DataSource database;
  private final SearchChanges changes;
  private final TransactionTemplate transaction;

  BenchItems(
      JdbcClient db, DataSource database, SearchChanges changes, TransactionTemplate transaction) {
    this.changes = changes;
    this.transaction = transaction;
    this.db = db;
    this.database = database;
  }

  /// The id of a new row that everyone may see.
  static long publicId() {
    return LATEST.addAndGet(OF_A_PARK) + 1;
  }

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

  private static SearchEntry entry(long id, String title, String text) {
    return new SearchEntry(
        KIND,
        id,
        "zh",
        id % OF_A_PARK == 0 ? Set.of("park:1") : Set.of("public"),
        title,
        text,
        List.of(),
        null,
        Map.of("park", Set.of("p" + id % PARKS), "type", Set.of("t" + id % 3)),
        Map.of("amountMin", id % 1000),
        Instant.EPOCH.plusSeconds(1_700_000_000L + id),
        null);
  }
}
