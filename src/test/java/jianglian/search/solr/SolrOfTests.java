package jianglian.search.solr;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jianglian.search.Embedder;
import jianglian.search.SearchChanges;
import jianglian.search.Vectors;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Sources;
import jianglian.search.words.SynonymFile;
import jianglian.world.SolrCloud;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nodes of the product, as far as they search in Solr, beside the one of the shared context: they
/// follow the same change log.
@TestComponent
public class SolrOfTests {
  private final JdbcClient db;
  private final SearchChanges changes;
  private final ChangeLog log;
  private final Sources sources;
  private final Embedder embedder;
  private final Vectors vectors;
  private final SynonymFile synonyms;
  private final Clock clock;

  SolrOfTests(
      JdbcClient db,
      SearchChanges changes,
      ChangeLog log,
      Sources sources,
      Embedder embedder,
      Vectors vectors,
      SynonymFile synonyms,
      Clock clock) {
    this.db = db;
    this.changes = changes;
    this.log = log;
    this.sources = sources;
    this.embedder = embedder;
    this.vectors = vectors;
    this.synonyms = synonyms;
    this.clock = clock;
  }

  /// One node. Nodes of one name share their collections.
  Node node(String name) {
    var urls = Arrays.stream(SolrCloud.shared().urls().split(",")).map(URI::create).toList();
    return node(new SolrSettings(List.copyOf(urls), name, 2, 2, null, null));
  }

  Node node(SolrSettings settings) {
    return new Node(settings);
  }

  final class Node implements AutoCloseable {
    final Cluster cluster;
    final Collections collections;
    final Feeding feeding;
    final Feeder feeder;
    final MissingInSolr missing;
    final SolrEngine engine;

    private Node(SolrSettings settings) {
      cluster = new Cluster(settings);
      collections = new Collections(cluster, settings, log.origin());
      feeding = new Feeding(db, collections.alias(), UUID.randomUUID().toString());
      feeder = new Feeder(cluster, collections, feeding, log, sources, changes);
      missing = new MissingInSolr(cluster, feeding, feeder);
      engine =
          new SolrEngine(
              cluster, feeding, feeder, log, embedder, missing, vectors, () -> 0, synonyms, clock);
    }

    @Override
    public void close() {
      if (feeder.isRunning()) feeder.stop();
      cluster.close();
    }
  }
}
