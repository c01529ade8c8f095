package jianglian.search.solr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jianglian.audit.Cryptography;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.ConfigSetAdminRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.params.MapSolrParams;
import org.apache.solr.common.util.ContentStreamBase;
import org.apache.solr.common.util.NamedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The collections of one database in one version of the schema: `NAME-VERSION-DATABASE-NUMBER`,
/// behind an alias without the number, on a config set `NAME-VERSION`.
final class Collections {
  private static final Logger LOG = LoggerFactory.getLogger(Collections.class);
  private static final List<String> FILES = List.of("schema.xml", "solrconfig.xml");
  private static final int DIGITS = 8;

  private final Cluster cluster;
  private final SolrSettings settings;
  private final String configSet;
  private final String alias;

  /// `origin`: which database this is, so that two never share a collection.
  Collections(Cluster cluster, SolrSettings settings, String origin) {
    this.cluster = cluster;
    this.settings = settings;
    this.configSet = settings.name() + "-" + Schema.VERSION;
    this.alias = configSet + "-" + Cryptography.digest(origin).substring(0, DIGITS);
  }

  String alias() {
    return alias;
  }

  /// All there are, also those that never became whole.
  List<String> all() {
    var answer = cluster.ask(new CollectionAdminRequest.List(), null);
    return strings(answer, "collections").stream()
        .filter(it -> it.matches(alias + "-\\d{6}"))
        .sorted()
        .toList();
  }

  /// An empty one with the next number.
  String create() {
    if (!strings(cluster.ask(new ConfigSetAdminRequest.List(), null), "configSets")
        .contains(configSet)) {
      upload();
    }
    var last = all().stream().max(Comparator.naturalOrder()).orElse(alias + "-000000");
    var number = Integer.parseInt(last.substring(last.length() - 6)) + 1;
    var name = "%s-%06d".formatted(alias, number);
    var asked =
        new MapSolrParams(
            Map.of(
                "action",
                "CREATE",
                "name",
                name,
                "collection.configName",
                configSet,
                "numShards",
                String.valueOf(settings.shards()),
                "replicationFactor",
                String.valueOf(settings.replicas()),
                // When it answers, every replica can be written to.
                "waitForFinalState",
                "true"));
    cluster.ask(new GenericSolrRequest(METHOD.POST, "/admin/collections", asked), null);
    LOG.info("made the collection {} of {} shards", name, settings.shards());
    return name;
  }

  private void upload() {
    var upload = new ConfigSetAdminRequest.Upload();
    upload.setConfigSetName(configSet);
    upload.setUploadStream(
        new ContentStreamBase.ByteArrayStream(zipped(), "zip", "application/octet-stream"));
    cluster.ask(upload, null);
  }

  /// Whoever searches by the alias finds what is in the collection.
  void answers(String collection) {
    if (collection.equals(aliased())) return;
    cluster.ask(CollectionAdminRequest.createAlias(alias, collection), null);
  }

  private String aliased() {
    var answer = cluster.ask(new CollectionAdminRequest.ListAliases(), null);
    return answer.get("aliases") instanceof Map<?, ?> aliases
        ? String.valueOf(aliases.get(alias))
        : "";
  }

  /// Deletes all but this one; what cannot be deleted now is next time.
  void deleteBut(String collection) {
    for (var it : all()) {
      if (it.equals(collection)) continue;
      try {
        cluster.ask(CollectionAdminRequest.deleteCollection(it), null);
      } catch (IllegalArgumentException refused) {
        LOG.warn("the old collection {} could not be deleted", it, refused);
      }
    }
  }

  private static List<String> strings(NamedList<Object> answer, String name) {
    return answer.get(name) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static byte[] zipped() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : FILES) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(resource(file));
        zip.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static byte[] resource(String file) throws IOException {
    try (var in = Collections.class.getResourceAsStream("/search/solr/" + file)) {
      if (in == null) throw new IllegalStateException(file + " is missing");
      return in.readAllBytes();
    }
  }
}
