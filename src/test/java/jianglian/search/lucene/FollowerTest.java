package jianglian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import jianglian.search.Shelf;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Key;
import jianglian.search.changes.Snapshot;
import jianglian.search.changes.Sources;
import jianglian.world.ModuleTest;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class FollowerTest {
  @Autowired ChangeLog log;
  @Autowired Sources sources;
  @Autowired Shelf shelf;
  @Autowired DataSource database;
  @Autowired JdbcClient db;
  @TempDir Path home;

  Generations generations;
  Follower follower;

  @BeforeEach
  void follow() {
    generations = new Generations(home);
    follower = Follower.fill(generations.create(), log, sources, _ -> {});
    catchUp();
  }

  @AfterEach
  void close() {
    follower.index().close();
  }

  @Test
  void a_lower_number_that_commits_later_is_not_missed() throws SQLException {
    try (var slow = database.getConnection();
        var quick = database.getConnection()) {
      var late = shelf.book("晚提交的").place();
      var early = shelf.book("先提交的").place();
      var lower = log(slow, late);
      var higher = log(quick, early);
      assertThat(lower).isLessThan(higher);
      quick.commit();
      catchUp();
      assertThat(holds(early)).isTrue();
      assertThat(holds(late)).isFalse();
      slow.commit();
      catchUp();
      assertThat(holds(late)).isTrue();
    }
  }

  @Test
  void a_lower_number_of_a_younger_transaction_is_not_missed() throws SQLException {
    try (var older = database.getConnection();
        var younger = database.getConnection()) {
      older.setAutoCommit(false);
      older.createStatement().execute("select pg_current_xact_id()");
      var late = shelf.book("年轻事务的小号").place();
      var early = shelf.book("年长事务的大号").place();
      var lower = log(younger, late);
      var higher = log(older, early);
      assertThat(lower).isLessThan(higher);
      older.commit();
      catchUp();
      assertThat(holds(early)).isTrue();
      younger.commit();
      catchUp();
      assertThat(holds(late)).isTrue();
    }
  }

  @Test
  void a_long_transaction_holds_nobody_up() throws SQLException {
    try (var open = database.getConnection()) {
      log(open, shelf.book("未提交").place());
      var id = shelf.book("不等长事务").put();
      catchUp();
      assertThat(holds(id)).isTrue();
      open.rollback();
    }
  }

  @Test
  void after_a_kill_it_goes_on_exactly_where_the_last_commit_was() {
    var kept = shelf.book("提交过的").put();
    catchUp();
    var committed = follower.applied();
    follower.commit(Instant.now());
    var lost = shelf.book("没来得及提交的").put();
    catchUp();
    assertThat(holds(lost)).isTrue();
    follower.index().close();

    var found = generations.newest(_ -> true).orElseThrow();
    assertThat(log.since(found.mark().snapshot()).keys()).contains(new Key(Shelf.KIND, lost));
    assertThat(found.mark().snapshot()).isEqualTo(committed);
    follower = Follower.resume(found.index(), log, sources, found.mark(), _ -> {});
    assertThat(holds(kept)).isTrue();
    assertThat(holds(lost)).isFalse();
    catchUp();
    assertThat(holds(lost)).isTrue();
  }

  @Test
  void a_damaged_index_is_not_opened() throws IOException {
    shelf.book("将被损坏的").put();
    catchUp();
    follower.commit(Instant.now());
    follower.index().close();
    try (var files = Files.list(follower.index().folder())) {
      for (var file :
          files.filter(it -> it.getFileName().toString().startsWith("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(generations.newest(_ -> true)).isEmpty();
    follow();
    assertThat(follower.whole()).isTrue();
  }

  @Test
  void an_index_that_was_never_whole_or_is_not_accepted_is_not_opened() {
    follower.index().close();
    assertThat(generations.newest(_ -> true)).isEmpty();
    follow();
    follower.commit(Instant.now());
    follower.index().close();
    assertThat(generations.newest(_ -> false)).isEmpty();
    follow();
  }

  @Test
  void the_log_is_pruned_only_below_every_node() {
    var snapshot = log.now();
    db.sql("insert into search_node values ('slow', :at::pg_snapshot, now())")
        .param("at", snapshot.text())
        .update();
    var id = shelf.book("慢节点还没读的").put();
    log.prune();
    assertThat(log.since(snapshot).keys()).contains(new Key(Shelf.KIND, id));
    assertThat(log.since(snapshot).torn()).isFalse();
    assertThat(log.covers(snapshot)).isTrue();
    db.sql("delete from search_node where node = 'slow'").update();
  }

  @Test
  void a_row_that_cannot_be_read_does_not_stop_the_others() {
    var broken = shelf.breaking();
    var id = shelf.book("坏邻居旁边的").put();
    catchUp();
    assertThat(holds(id)).isTrue();
    assertThat(holds(broken)).isFalse();
    shelf.mend();
  }

  @Test
  void another_database_is_known_by_its_name() {
    assertThat(log.origin()).contains("/");
    assertThat(log.covers(new Snapshot("9000000000:9000000000:"))).isFalse();
  }

  private void catchUp() {
    while (follower.round()) Thread.onSpinWait();
  }

  private boolean holds(long id) {
    var key = new TermQuery(new Term(Fields.KEY, new Key(Shelf.KIND, id).text()));
    return follower.index().ask(it -> it.count(key)) == 1;
  }

  /// Logs a change in a transaction that stays open; its number.
  private static long log(Connection connection, long id) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "insert into search_change (kind, id) values ('book', " + id + ") returning seq")) {
      row.next();
      return row.getLong(1);
    }
  }
}
