package jianglian.search.changes;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The table `search_change`, read by snapshots.
@Component
public class ChangeLog {
  private final JdbcClient db;

  ChangeLog(JdbcClient db) {
    this.db = db;
  }

  /// The rows changed by transactions that `since` did not see and `until` does, each once, in the
  /// order of their last change. `torn` when the log was pruned beyond `since`, so that something
  /// may be missing.
  public record Delta(List<Key> keys, Snapshot until, boolean torn) {}

  public Delta since(Snapshot since) {
    var keys = new ArrayList<Key>();
    var until = new Snapshot[1];
    var torn = new boolean[1];
    db.sql(
            """
            select seen.snapshot, seen.torn, changed.kind, changed.id
            from (
              select pg_current_snapshot()::text as snapshot, xid > pg_snapshot_xmin(:since::pg_snapshot) as torn
              from search_pruned
            ) seen
            left join (
              select kind, id, max(seq) as seq from search_change
              where xid >= pg_snapshot_xmin(:since::pg_snapshot)
                and not pg_visible_in_snapshot(xid, :since::pg_snapshot)
              group by kind, id
            ) changed on true
            order by changed.seq
            """)
        .param("since", since.text())
        .query(row -> {
          until[0] = new Snapshot(row.getString("snapshot"));
          torn[0] = row.getBoolean("torn");
          var kind = row.getString("kind");
          if (kind != null) keys.add(new Key(kind, row.getLong("id")));
        });
    return new Delta(keys, until[0], torn[0]);
  }

  public Snapshot now() {
    return new Snapshot(db.sql("select pg_current_snapshot()::text").query(String.class).single());
  }

  /// Which database this is: its snapshots mean nothing to another one.
  public String origin() {
    return db.sql(
            """
            select system_identifier || '/' || (select oid from pg_database where datname = current_database())
            from pg_control_system()
            """)
        .query(String.class)
        .single();
  }

  /// Whether the log still holds everything the snapshot did not see.
  public boolean covers(Snapshot snapshot) {
    return db.sql(
            """
            select xid <= pg_snapshot_xmin(:snapshot::pg_snapshot)
              and pg_snapshot_xmax(:snapshot::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
            from search_pruned
            """)
        .param("snapshot", snapshot.text())
        .query(Boolean.class)
        .single();
  }

  /// The last number given out, and how many changes the snapshot has not seen.
  public record Standing(long newest, long waiting) {}

  public Standing standing(Snapshot snapshot) {
    return db.sql(
            """
            select coalesce(pg_sequence_last_value('search_change_seq_seq'), 0) as newest,
              (select count(*) from search_change
               where xid >= pg_snapshot_xmin(:snapshot::pg_snapshot)
                 and not pg_visible_in_snapshot(xid, :snapshot::pg_snapshot)) as waiting
            """)
        .param("snapshot", snapshot.text())
        .query((row, _) -> new Standing(row.getLong("newest"), row.getLong("waiting")))
        .single();
  }

  /// Forgets what every node has, and nodes that were not heard of for a week: when one of those
  /// comes back it builds its index anew.
  @Transactional
  public void prune() {
    db.sql("delete from search_node where seen_at < now() - interval '7 days'").update();
    db.sql(
            """
            update search_pruned set xid = node.xid
            from (select min(pg_snapshot_xmin(snapshot)) as xid from search_node) node
            where node.xid > search_pruned.xid
            """)
        .update();
    db.sql(
            "delete from search_change using search_pruned where search_change.xid < search_pruned.xid")
        .update();
  }

  public void report(String node, Snapshot snapshot) {
    db.sql(
            """
            insert into search_node (node, snapshot, seen_at) values (:node, :snapshot::pg_snapshot, now())
            on conflict (node) do update set snapshot = excluded.snapshot, seen_at = excluded.seen_at
            """)
        .param("node", node)
        .param("snapshot", snapshot.text())
        .update();
  }
}
