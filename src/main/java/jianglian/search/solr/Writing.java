package jianglian.search.solr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jianglian.search.SearchUnavailable;
import jianglian.search.changes.Feed;
import jianglian.search.changes.Key;
import jianglian.search.changes.Row;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest.ACTION;
import org.apache.solr.client.solrj.request.ContentStreamUpdateRequest;
import org.apache.solr.client.solrj.request.JavaBinUpdateRequestCodec;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.ContentStreamBase;
import org.apache.solr.common.util.NamedList;

/// Writes rows to one collection. Every writing has a higher version than all before it, of this
/// node and of those that fed before, and Solr keeps the highest: what is sent late or twice
/// changes nothing.
final class Writing implements Feed.Target {
  /// So many rows go with one request.
  private static final int TOGETHER = 100;

  /// So few changes come from people, not from an import.
  private static final int FRESH = 50;

  /// Bits of a version for writings of one epoch.
  private static final int OF_EPOCH = 40;

  private final Cluster cluster;
  private final String collection;
  private final AtomicLong version;
  private final Consumer<List<Key>> fresh;
  private boolean dirty;
  private long takes;

  Writing(Cluster cluster, String collection, long epoch, Consumer<List<Key>> fresh) {
    this.cluster = cluster;
    this.collection = collection;
    this.version = new AtomicLong(epoch << OF_EPOCH);
    this.fresh = fresh;
  }

  String collection() {
    return collection;
  }

  /// How often something was taken.
  long takes() {
    return takes;
  }

  @Override
  public void take(Collection<Key> keys, Map<Key, Row> rows) {
    dirty = true;
    var written = version.incrementAndGet();
    var documents = stream(keys).map(it -> document(it, rows, written)).toList();
    for (var at = 0; at < documents.size(); at += TOGETHER) {
      send(documents.subList(at, Math.min(documents.size(), at + TOGETHER)));
    }
    commit(true);
    takes++;
    if (keys.size() <= FRESH) fresh.accept(List.copyOf(keys));
  }

  /// Written out here first, since the client says nothing when it cannot write; and an answer
  /// counts only when it says how many replicas took the rows.
  private void send(List<SolrInputDocument> documents) {
    var update = new UpdateRequest();
    update.add(documents);
    var bytes = new ByteArrayOutputStream();
    try {
      new JavaBinUpdateRequestCodec().marshal(update, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var request = new ContentStreamUpdateRequest("/update");
    request.addContentStream(
        new ContentStreamBase.ByteArrayStream(bytes.toByteArray(), "rows", "application/javabin"));
    var answer = cluster.ask(request, collection);
    var header = answer.get("responseHeader");
    if (!(header instanceof NamedList<?> said && said.get("rf") instanceof Integer replicas)
        || replicas < 1) {
      throw new SearchUnavailable("Solr answered, but took no rows: " + answer, null);
    }
  }

  private static SolrInputDocument document(Key key, Map<Key, Row> rows, long written) {
    var row = rows.get(key);
    return row == null ? SolrDocuments.gone(key, written) : SolrDocuments.of(row, written);
  }

  /// Makes durable what was taken; true when there was something.
  boolean secure() {
    if (!dirty) return false;
    commit(false);
    dirty = false;
    return true;
  }

  /// `findable`: in every replica that answers, when this returns; else durable.
  private void commit(boolean findable) {
    var commit = new UpdateRequest();
    commit.setAction(ACTION.COMMIT, true, true, findable);
    if (!findable) commit.setParam("openSearcher", "false");
    cluster.ask(commit, collection);
  }

  /// Forgets rows that went before.
  void forgetGone(Instant before) {
    var forget = new UpdateRequest();
    forget.deleteByQuery("+at:[* TO %d] -visibility:all".formatted(before.toEpochMilli()));
    cluster.ask(forget, collection);
  }

  private static Stream<Key> stream(Collection<Key> keys) {
    return keys.size() > 16 ? keys.parallelStream() : keys.stream();
  }
}
