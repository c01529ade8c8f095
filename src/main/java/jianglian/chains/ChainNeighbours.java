package jianglian.chains;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who stands next to whom on the industry chains. The graph is kept in memory; what another
/// process brought in is seen within half a minute.
@Component
public class ChainNeighbours {
  private static final long LOOK_NANOS = Duration.ofSeconds(30).toNanos();

  private final JdbcClient db;
  private final AtomicReference<Held> held = new AtomicReference<>(Held.NOTHING);

  ChainNeighbours(JdbcClient db) {
    this.db = db;
  }

  /// `newest` is the id of the newest chain, `count` how many there were; `looked` when that was
  /// last asked, in nanoseconds.
  private record Held(ChainGraph graph, long newest, long count, long looked) {
    static final Held NOTHING = new Held(ChainGraph.of(new HashMap<>(), List.of()), 0, 0, 0);

    boolean stale(long now) {
      return looked == 0 || now - looked > LOOK_NANOS;
    }
  }

  /// Neighbours of firms of these industries, given with their ancestors.
  public Neighbours of(Collection<String> industries) {
    var now = System.nanoTime();
    var known = held.get();
    if (known.stale(now)) {
      known = looked(known, now);
      held.set(known);
    }
    return known.graph().neighbours(industries);
  }

  /// Chains were changed in this process.
  void forget() {
    held.set(Held.NOTHING);
  }

  private Held looked(Held known, long now) {
    return db.sql("select coalesce(max(id), 0) as newest, count(*) as held from chain")
        .query((row, _) -> {
          var newest = row.getLong("newest");
          var count = row.getLong("held");
          var same = known.looked() != 0 && newest == known.newest() && count == known.count();
          return new Held(same || count == 0 ? graphOf(known, count) : read(), newest, count, now);
        })
        .single();
  }

  private static ChainGraph graphOf(Held known, long count) {
    return count == 0 ? Held.NOTHING.graph() : known.graph();
  }

  private ChainGraph read() {
    var industries = new HashMap<Long, List<String>>();
    db.sql("select id, industries from chain_node where industries <> '{}'")
        .query(row -> {
          industries.put(row.getLong("id"), List.of(texts(row)));
        });
    var edges =
        db.sql("select upstream_id, downstream_id from chain_edge")
            .query((row, _) ->
                new ChainGraph.Edge(row.getLong("upstream_id"), row.getLong("downstream_id")))
            .list();
    return ChainGraph.of(industries, edges);
  }

  private static String[] texts(java.sql.ResultSet row) throws SQLException {
    return (String[]) row.getArray("industries").getArray();
  }
}
