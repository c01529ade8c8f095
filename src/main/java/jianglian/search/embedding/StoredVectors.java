package jianglian.search.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `embedding`.
@Repository
public class StoredVectors {
  private final JdbcClient db;

  StoredVectors(JdbcClient db) {
    this.db = db;
  }

  /// A vector and the digest of the text it was made of.
  public record Stored(String digest, float[] vector) {}

  public Map<Long, Map<Part, Stored>> of(String kind, Collection<Long> ids) {
    var found = new HashMap<Long, Map<Part, Stored>>();
    db.sql(
            """
            select id, part, digest, vector from embedding
            where kind = :kind and model = :model and id = any(:ids)
            """)
        .param("kind", kind)
        .param("model", Model.NAME)
        .param("ids", ids.toArray(Long[]::new))
        .query(row -> {
          found
              .computeIfAbsent(row.getLong("id"), _ -> new EnumMap<>(Part.class))
              .put(
                  Part.of(row.getString("part")),
                  new Stored(row.getString("digest"), floats(row.getBytes("vector"))));
        });
    return found;
  }

  /// Vectors known for texts of these digests, whichever rows they were made for.
  Map<String, float[]> byDigest(Collection<String> digests) {
    var found = new HashMap<String, float[]>();
    db.sql(
            """
            select distinct on (digest) digest, vector from embedding
            where model = :model and digest = any(:digests)
            """)
        .param("model", Model.NAME)
        .param("digests", digests.toArray(String[]::new))
        .query(row -> {
          found.put(row.getString("digest"), floats(row.getBytes("vector")));
        });
    return found;
  }

  void store(Map<Lacking, float[]> vectors) {
    var rows = vectors.keySet().stream().toList();
    db.sql(
            """
            insert into embedding (kind, id, part, model, digest, vector)
            select kind, id, part, :model, digest, vector
            from unnest(:kinds, :ids, :parts, :digests, :vectors) as row (kind, id, part, digest, vector)
            order by kind, id, part
            on conflict (kind, id, part, model) do update set digest = excluded.digest, vector = excluded.vector
            """)
        .param("model", Model.NAME)
        .param("kinds", rows.stream().map(Lacking::kind).toArray(String[]::new))
        .param("ids", rows.stream().map(Lacking::id).toArray(Long[]::new))
        .param("parts", rows.stream().map(it -> it.part().code()).toArray(String[]::new))
        .param("digests", rows.stream().map(Lacking::digest).toArray(String[]::new))
        .param(
            "vectors", vectors.values().stream().map(StoredVectors::bytes).toArray(byte[][]::new))
        .update();
  }

  static float[] floats(byte[] bytes) {
    var floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  static byte[] bytes(float[] floats) {
    var bytes = ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return bytes.array();
  }
}
