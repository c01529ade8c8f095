package jianglian.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import jianglian.world.SolrCloud;
import org.junit.jupiter.api.Test;

/// One round of `bin/torture solr`.
class SolrTortureTest {
  /// The product's own two seconds come on top of what Solr takes.
  private static final Duration WRITES_BACK =
      SolrCloud.SESSION.plus(SolrCloud.LEADER_REPLACED).plusSeconds(2);

  private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

  @Test
  void killed_nodes_of_solr_and_of_the_product_lose_nothing_and_nobody_reads_wrong()
      throws Exception {
    var seed = new Random().nextInt(1_000_000);
    System.out.printf("bin/torture solr --rounds 1 --seed %d%n%s", seed, SolrRound.HEAD);
    var round = SolrTorture.run(SolrCloud.shared(), 1, seed, System.out::println).getFirst();
    assertThat(round.faults()).isEmpty();
    assertThat(round.writes()).isGreaterThan(5);
    assertThat(round.reads()).isGreaterThan(100);
    assertThat(round.writesBack()).isLessThan(WRITES_BACK.toMillis() / 1e3);
    assertThat(round.takenOver()).isLessThan(TAKEN_OVER.toMillis() / 1e3);
  }
}
