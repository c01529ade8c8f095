package jianglian.search.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.Stream;
import jianglian.search.SearchUnavailable;
import jianglian.world.SolrCloud;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.junit.jupiter.api.Test;

class ClusterTest {
  /// Nobody listens there.
  private static final String DEAD = "http://127.0.0.1:1/solr";

  @Test
  void a_dead_node_is_passed_over_also_after_the_living_one_could_not_answer_for_a_while() {
    var living = SolrCloud.shared().urls().split(",")[0];
    try (var cluster = cluster(DEAD, living)) {
      assertThatThrownBy(() -> cluster.query("not-there-yet", "/select", Asked.all().params()))
          .isInstanceOf(SearchUnavailable.class)
          .hasMessageContainingAll("ConnectException", "not-there-yet");
      assertThat(cluster.ask(new CollectionAdminRequest.List(), null).get("collections"))
          .isNotNull();
    }
  }

  private static Cluster cluster(String... urls) {
    return new Cluster(
        new SolrSettings(Stream.of(urls).map(URI::create).toList(), "test", 1, 1, null, null));
  }
}
