package jianglian.search.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jianglian.search.EngineContract;
import jianglian.search.SearchEngine;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;

class SolrEngineTest extends EngineContract {
  @Autowired SolrOfTests solr;
  SolrOfTests.Node node;

  @Override
  protected SearchEngine engine() {
    node = solr.node("contract");
    node.feeder.start();
    assertThat(node.engine.await(Duration.ofMinutes(1))).as("filled").isTrue();
    return node.engine;
  }

  @AfterAll
  void close() {
    node.close();
  }
}
