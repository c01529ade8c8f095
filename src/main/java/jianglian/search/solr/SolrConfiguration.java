package jianglian.search.solr;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import jianglian.search.Embedder;
import jianglian.search.SearchChanges;
import jianglian.search.Vectors;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Sources;
import jianglian.search.embedding.Backlog;
import jianglian.search.words.SynonymFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnSolr
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SolrSettings.class)
class SolrConfiguration {
  @Bean(destroyMethod = "close")
  Cluster solrCluster(SolrSettings settings) {
    return new Cluster(settings);
  }

  @Bean
  Collections solrCollections(Cluster cluster, SolrSettings settings, ChangeLog log) {
    return new Collections(cluster, settings, log.origin());
  }

  @Bean
  Feeding solrFeeding(JdbcClient db, Collections collections) {
    return new Feeding(db, collections.alias(), node());
  }

  @Bean
  Feeder solrFeeder(
      Cluster cluster,
      Collections collections,
      Feeding feeding,
      ChangeLog log,
      Sources sources,
      SearchChanges changes) {
    return new Feeder(cluster, collections, feeding, log, sources, changes);
  }

  @Bean
  MissingInSolr missingInSolr(Cluster cluster, Feeding feeding, Feeder feeder) {
    return new MissingInSolr(cluster, feeding, feeder);
  }

  @Bean
  SolrEngine solrEngine(
      Cluster cluster,
      Feeding feeding,
      Feeder feeder,
      ChangeLog log,
      Embedder embedder,
      MissingInSolr missing,
      Vectors vectors,
      @Lazy Backlog backlog,
      SynonymFile synonyms,
      Clock clock) {
    return new SolrEngine(
        cluster,
        feeding,
        feeder,
        log,
        embedder,
        missing,
        vectors,
        backlog::perSecond,
        synonyms,
        clock);
  }

  /// For people who look into `search_feeding`: which process on which machine.
  private static String node() {
    var process = ProcessHandle.current().pid();
    try {
      return process + "@" + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return String.valueOf(process);
    }
  }
}
