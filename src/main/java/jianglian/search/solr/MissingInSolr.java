package jianglian.search.solr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jianglian.search.changes.Key;
import jianglian.search.embedding.Lacking;
import jianglian.search.embedding.Missing;
import jianglian.search.embedding.Part;
import org.apache.solr.common.SolrDocument;

/// Reads from Solr which entries lack vectors: they carry a mark saying so. What changed a moment
/// ago is known where this node feeds.
final class MissingInSolr implements Missing {
  private static final int MOST_FRESH = 1_000;

  private final Cluster cluster;
  private final Feeding feeding;
  private final BlockingQueue<Key> fresh = new LinkedBlockingQueue<>(MOST_FRESH);

  MissingInSolr(Cluster cluster, Feeding feeding, Feeder feeder) {
    this.cluster = cluster;
    this.feeding = feeding;
    feeder.whenFresh(keys -> keys.forEach(fresh::offer));
  }

  @Override
  public List<Lacking> fresh() {
    var keys = new ArrayList<Key>();
    if (fresh.drainTo(keys) == 0) return List.of();
    var asked = Asked.all();
    asked.keys(keys.stream().map(Key::text).toList());
    return lacking(asked, keys.size());
  }

  /// The newest first.
  @Override
  public List<Lacking> some(int size) {
    return lacking(Asked.all(), size);
  }

  @Override
  public long count() {
    var count = 0L;
    for (var part : Part.values()) {
      var asked = Asked.all().set("q", Schema.LACKS + ":" + part.code()).rows(0);
      count +=
          cluster.query(feeding.alias(), Schema.SELECT, asked.params()).getResults().getNumFound();
    }
    return count;
  }

  private List<Lacking> lacking(Asked asked, int size) {
    asked.set("q", Schema.LACKS + ":*").set("sort", "at desc,key asc").rows(size);
    asked.tell(Schema.KEY, Schema.CARD, Schema.TEXT, Schema.LACKS);
    var lacking = new ArrayList<Lacking>();
    for (var it : cluster.query(feeding.alias(), Schema.SELECT, asked.params()).getResults()) {
      var key = Key.of(SolrSearch.key(it));
      for (var code : it.getFieldValues(Schema.LACKS)) {
        var part = Part.of(String.valueOf(code));
        lacking.add(new Lacking(key.kind(), key.id(), part, text(it, part)));
      }
    }
    return lacking;
  }

  private static String text(SolrDocument told, Part part) {
    if (part == Part.TITLE) return SolrSearch.card(told).title();
    return told.getFieldValue(Schema.TEXT) instanceof String text ? text : "";
  }
}
