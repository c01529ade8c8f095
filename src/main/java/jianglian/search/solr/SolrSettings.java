package jianglian.search.solr;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which SolrCloud: `urls` of some of its nodes (`http://solr-1:8983/solr`), any of which answers
/// for all; `name` begins the names of collections and config sets; shards and replicas hold for
/// collections made from then on.
@ConfigurationProperties("jianglian.search.solr")
record SolrSettings(
    List<URI> urls,
    String name,
    int shards,
    int replicas,
    @Nullable String user,
    @Nullable String password) {
  SolrSettings {
    if (urls.isEmpty()) {
      throw new IllegalArgumentException(
          "jianglian.search.solr.urls is empty: name at least one node, as http://solr-1:8983/solr");
    }
    if (!name.matches("[a-z][a-z0-9]{0,30}")) {
      throw new IllegalArgumentException(
          "jianglian.search.solr.name must be letters a to z and digits: " + name);
    }
    if (shards < 1 || replicas < 1) {
      throw new IllegalArgumentException(
          "jianglian.search.solr needs at least one shard and replica");
    }
  }
}
