package jianglian.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import jianglian.search.embedding.Part;

/// Writes vectors of generated rows as the model would have stored them, which would take it hours.
record GivenVectors(DataSource database, String model) {
  private static final int BATCH = 500;

  /// A row with the texts that have a vector each.
  record Item(long id, String title, String text) {}

  void store(String kind, List<Item> items, LongFunction<float[]> vectors) throws SQLException {
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
          rows.setString(1, kind);
          rows.setLong(2, item.id());
          rows.setString(3, part.code());
          rows.setString(4, model);
          rows.setString(5, part.digest(part == Part.TITLE ? item.title() : item.text()));
          rows.setBytes(6, bytes(vectors.apply(item.id())));
          rows.addBatch();
        }
        log.setString(1, kind);
        log.setLong(2, item.id());
        log.addBatch();
        if (++done % BATCH == 0) rows.executeBatch();
      }
      rows.executeBatch();
      log.executeBatch();
      connection.commit();
    }
  }

  static byte[] bytes(float[] floats) {
    var bytes = ByteBuffer.allocate(floats.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return bytes.array();
  }
}
