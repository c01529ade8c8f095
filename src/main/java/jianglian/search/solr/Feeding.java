package jianglian.search.solr;

import java.time.Duration;
import java.util.Optional;
import jianglian.search.changes.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The row of `search_feeding` of one alias: who feeds, and how far. Every change of it by a
/// feeding node holds only while nobody has taken its place.
record Feeding(JdbcClient db, String alias, String node) {
  /// Not heard of for so long, the feeding node is replaced.
  static final Duration LEASE = Duration.ofSeconds(12);

  /// What the node that has just taken the place begins with.
  record Taken(
      long epoch,
      @Nullable String collection,
      @Nullable Snapshot durable,
      long buildsAsked,
      long buildsDone) {}

  /// The place, if it is free.
  Optional<Taken> take() {
    prepare();
    return db.sql(
            """
            update search_feeding set node = :node, epoch = epoch + 1, until = now() + :lease * interval '1 millisecond'
            where alias = :alias and until < now()
            returning epoch, collection, durable, builds_asked, builds_done
            """)
        .param("node", node)
        .param("lease", LEASE.toMillis())
        .param("alias", alias)
        .query((row, _) ->
            new Taken(
                row.getLong("epoch"),
                row.getString("collection"),
                snapshot(row.getString("durable")),
                row.getLong("builds_asked"),
                row.getLong("builds_done")))
        .optional();
  }

  private void prepare() {
    db.sql(
            """
            insert into search_feeding (alias, node, epoch, until) values (:alias, '', 0, '-infinity')
            on conflict do nothing
            """)
        .param("alias", alias)
        .update();
  }

  /// Says that the node is still there. Answers how many new buildings were ever asked for; empty
  /// when the place was taken by another.
  Optional<Long> stay(long epoch) {
    return db.sql(
            """
            update search_feeding set until = now() + :lease * interval '1 millisecond'
            where alias = :alias and epoch = :epoch
            returning builds_asked
            """)
        .param("lease", LEASE.toMillis())
        .param("alias", alias)
        .param("epoch", epoch)
        .query(Long.class)
        .optional();
  }

  /// An orderly end: another may begin at once.
  void leave(long epoch) {
    db.sql("update search_feeding set until = '-infinity' where alias = :alias and epoch = :epoch")
        .param("alias", alias)
        .param("epoch", epoch)
        .update();
  }

  /// `collection` answers from now on, and how much of the log it is known to hold.
  boolean answers(
      long epoch, String collection, @Nullable Snapshot durable, @Nullable Snapshot applied) {
    return db.sql(
                """
                update search_feeding set collection = :collection, durable = :durable::pg_snapshot,
                  applied = :applied::pg_snapshot
                where alias = :alias and epoch = :epoch
                """)
            .param("collection", collection)
            .param("durable", durable == null ? null : durable.text())
            .param("applied", applied == null ? null : applied.text())
            .param("alias", alias)
            .param("epoch", epoch)
            .update()
        == 1;
  }

  void applied(long epoch, Snapshot applied) {
    db.sql(
            """
            update search_feeding set applied = :applied::pg_snapshot where alias = :alias and epoch = :epoch
            """)
        .param("applied", applied.text())
        .param("alias", alias)
        .param("epoch", epoch)
        .update();
  }

  boolean durable(long epoch, Snapshot durable) {
    return db.sql(
                """
                update search_feeding set durable = :durable::pg_snapshot where alias = :alias and epoch = :epoch
                """)
            .param("durable", durable.text())
            .param("alias", alias)
            .param("epoch", epoch)
            .update()
        == 1;
  }

  void built(long epoch, long builds) {
    db.sql(
            """
            update search_feeding set builds_done = greatest(builds_done, :builds)
            where alias = :alias and epoch = :epoch
            """)
        .param("builds", builds)
        .param("alias", alias)
        .param("epoch", epoch)
        .update();
  }

  /// Asks whoever feeds for a new building; its number.
  long askBuild() {
    prepare();
    return db.sql(
            """
            update search_feeding set builds_asked = builds_asked + 1 where alias = :alias returning builds_asked
            """)
        .param("alias", alias)
        .query(Long.class)
        .single();
  }

  long buildsDone() {
    return db.sql("select builds_done from search_feeding where alias = :alias")
        .param("alias", alias)
        .query(Long.class)
        .single();
  }

  /// What can be found; empty while nobody knows.
  Optional<Snapshot> applied() {
    return db.sql("select applied from search_feeding where alias = :alias and applied is not null")
        .param("alias", alias)
        .query(String.class)
        .optional()
        .map(Snapshot::new);
  }

  /// Whether everything that was committed when `asked` was taken can be found.
  boolean findable(Snapshot asked) {
    return db.sql(
            """
            select not exists (
              select from search_change
              where xid >= pg_snapshot_xmin(feeding.applied)
                and not pg_visible_in_snapshot(xid, feeding.applied)
                and pg_visible_in_snapshot(xid, :asked::pg_snapshot))
            from search_feeding feeding where alias = :alias and applied is not null
            """)
        .param("asked", asked.text())
        .param("alias", alias)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static @Nullable Snapshot snapshot(@Nullable String text) {
    return text == null ? null : new Snapshot(text);
  }
}
