package jianglian.matching.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Examples {
  private static final TypeReference<Map<String, @Nullable Double>> VALUES =
      new TypeReference<>() {};

  /// So many of the newest are learned from; they are held in memory while fitting.
  private static final int MOST = 200_000;

  private final JdbcClient db;
  private final JsonMapper json;

  Examples(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// Without those of capital: its pairings have models of their own.
  List<Example> all() {
    return db.sql(
            """
            select need_id, for_side, case for_side when 'need' then need_id else offer_id end as owner,
              features::text as features, about, target, weight, at
            from match_training t
            where not exists (
              select from listing l where l.id in (t.need_id, t.offer_id) and l.type = 'capital')
            order by at desc, id desc limit :most
            """)
        .param("most", MOST)
        .query((row, _) -> example(row))
        .list();
  }

  private Example example(ResultSet row) throws SQLException {
    var about = row.getArray("about");
    return new Example(
        row.getLong("need_id"),
        row.getString("for_side") + ":" + row.getLong("owner"),
        json.readValue(row.getString("features"), VALUES),
        about == null ? Set.of() : Set.of((String[]) about.getArray()),
        row.getDouble("target"),
        row.getDouble("weight"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  long since(Instant moment) {
    return db.sql("select count(*) from match_training where at > :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /// How many there are of each outcome, the most frequent first.
  Map<String, Long> counts() {
    var counts = new LinkedHashMap<String, Long>();
    db.sql(
            "select outcome, count(*) as rows from match_training group by outcome order by rows desc, outcome")
        .query((row, _) -> counts.put(row.getString("outcome"), row.getLong("rows")))
        .list();
    return counts;
  }
}
