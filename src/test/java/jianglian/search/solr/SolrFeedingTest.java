package jianglian.search.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.Filter;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult.Hit;
import jianglian.search.SearchUnavailable;
import jianglian.search.Shelf;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Key;
import jianglian.search.changes.Row;
import jianglian.world.ModuleTest;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SolrFeedingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Autowired SolrOfTests solr;
  @Autowired Shelf shelf;
  @Autowired ChangeLog log;
  @Autowired JdbcClient db;

  @Test
  void one_node_feeds_every_node_finds_and_the_next_goes_on_when_it_leaves() {
    try (var one = solr.node("two");
        var other = solr.node("two")) {
      one.feeder.start();
      assertThat(one.engine.await(PATIENCE)).isTrue();
      other.feeder.start();
      var first = shelf.book("超导磁体线圈绕制").put();
      assertThat(other.engine.await(PATIENCE)).isTrue();
      assertThat(found(other, "超导磁体")).contains(first);
      assertThat(feeding(one)).isEqualTo(one.feeding.node());
      one.feeder.stop();
      var second = shelf.book("超导磁体低温恒温器").put();
      assertThat(other.engine.await(PATIENCE)).isTrue();
      assertThat(found(other, "超导磁体")).contains(first, second);
      assertThat(feeding(other)).isEqualTo(other.feeding.node());
    }
  }

  @Test
  void who_was_replaced_changes_neither_the_cursor_nor_a_row() {
    try (var late = solr.node("fenced");
        var next = solr.node("fenced")) {
      var epoch = late.feeding.take().orElseThrow().epoch();
      late.feeding.leave(epoch);
      var book = shelf.book("旧状态的激光雷达");
      var id = book.put();
      var key = new Key(Shelf.KIND, id);
      var old = new Row(book.entry(), Map.of());
      next.feeder.start();
      assertThat(next.engine.await(PATIENCE)).isTrue();
      book.called("新状态的毫米波雷达").put();
      var gone = shelf.book("已经撤下的激光雷达");
      shelf.remove(gone.put());
      assertThat(next.engine.await(PATIENCE)).isTrue();
      var collection = next.collections.all().getLast();
      var writing = new Writing(late.cluster, collection, epoch, _ -> {});
      var goneKey = new Key(Shelf.KIND, gone.id);
      var stale = Map.of(key, old, goneKey, new Row(gone.entry(), Map.of()));
      try {
        writing.take(List.of(key, goneKey), stale);
      } catch (SearchUnavailable tookNone) {
        // As the leader of the shard says when it was asked itself; through another node it says
        // nothing.
        assertThat(tookNone).hasMessageContaining("took no rows");
      }
      assertThat(found(next, "毫米波雷达")).contains(id);
      assertThat(found(next, "激光雷达")).doesNotContain(id, gone.id);
      assertThat(late.feeding.durable(epoch, log.now())).isFalse();
      assertThat(late.feeding.answers(epoch, "other", null, null)).isFalse();
      assertThat(late.feeding.stay(epoch)).isEmpty();
      assertThat(feeding(next)).isEqualTo(next.feeding.node());
    }
  }

  @Test
  void the_cursor_follows_what_is_durable_and_a_node_begins_there() {
    try (var node = solr.node("cursor")) {
      node.feeder.start();
      var id = shelf.book("晶圆临时键合胶").put();
      assertThat(node.engine.await(PATIENCE)).isTrue();
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (!durable(node, id) && System.nanoTime() < end) pause();
      assertThat(durable(node, id)).isTrue();
    }
  }

  @Test
  void a_collection_that_somebody_deletes_is_made_and_filled_again() {
    try (var node = solr.node("deleted")) {
      node.feeder.start();
      var before = shelf.book("飞秒激光微纳加工").put();
      assertThat(node.engine.await(PATIENCE)).isTrue();
      var lost = node.collections.all().getLast();
      node.cluster.ask(CollectionAdminRequest.deleteAlias(node.collections.alias()), null);
      node.cluster.ask(CollectionAdminRequest.deleteCollection(lost), null);
      var after = shelf.book("飞秒激光光纤光栅").put();
      assertThat(node.engine.await(PATIENCE)).isTrue();
      assertThat(found(node, "飞秒激光")).contains(before, after);
    }
  }

  @Test
  void while_solr_is_away_search_says_so_and_nothing_else_fails() {
    var nobody = List.of(URI.create("http://127.0.0.1:9/solr"));
    try (var node = solr.node(new SolrSettings(nobody, "away", 1, 1, null, null))) {
      node.feeder.start();
      assertThatThrownBy(() -> found(node, "任何词")).isInstanceOf(SearchUnavailable.class);
      assertThat(node.engine.suggest("任何", Set.of("public"), 5)).isEmpty();
      assertThat(node.engine.vectorBacklog().texts()).isZero();
      assertThat(shelf.book("照常写入").put()).isPositive();
      assertThat(node.engine.await(Duration.ofMillis(300))).isFalse();
    }
  }

  private boolean durable(SolrOfTests.Node node, long id) {
    return db.sql(
            """
            select pg_visible_in_snapshot(max(xid), (select durable from search_feeding where alias = :alias))
            from search_change where kind = 'book' and id = :id
            """)
        .param("alias", node.feeding.alias())
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private String feeding(SolrOfTests.Node node) {
    return db.sql("select node from search_feeding where alias = :alias")
        .param("alias", node.feeding.alias())
        .query(String.class)
        .single();
  }

  private static List<Long> found(SolrOfTests.Node node, String text) {
    var books = List.<Filter>of(new Filter.Kinds(Set.of(Shelf.KIND)));
    var request =
        new SearchRequest(text, Set.of("public"), books, List.of(), Order.NEWEST, 50, null);
    return node.engine.search(request).hits().stream().map(Hit::id).toList();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
