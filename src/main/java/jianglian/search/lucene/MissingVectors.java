package jianglian.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jianglian.search.changes.Key;
import jianglian.search.embedding.Lacking;
import jianglian.search.embedding.Missing;
import jianglian.search.embedding.Part;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Reads from the index which entries lack vectors: they carry a mark saying so.
@Component
@ConditionalOnProperty(
    name = "jianglian.search.engine",
    havingValue = "lucene",
    matchIfMissing = true)
class MissingVectors implements Missing {
  private static final int MOST_FRESH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Sort NEWEST =
      new Sort(LongField.newSortField(Fields.AT, true, SortedNumericSelector.Type.MAX));

  private final LiveIndex index;
  private final BlockingQueue<Key> fresh = new LinkedBlockingQueue<>(MOST_FRESH);

  MissingVectors(LiveIndex index) {
    this.index = index;
    index.whenFresh(keys -> keys.forEach(fresh::offer));
  }

  @Override
  public List<Lacking> fresh() {
    var keys = new ArrayList<Key>();
    if (fresh.drainTo(keys) == 0) return List.of();
    var texts = keys.stream().map(it -> new BytesRef(it.text())).toList();
    return index.ask(it -> lacking(it, new TermInSetQuery(Fields.KEY, texts), keys.size()));
  }

  /// The newest first. Nothing while the index is still busy with texts, which go ahead.
  @Override
  public List<Lacking> some(int size) {
    if (!index.await(PATIENCE)) return List.of();
    return index.ask(it -> lacking(it, new FieldExistsQuery(Fields.LACKS), size));
  }

  @Override
  public long count() {
    var count = 0L;
    for (var part : Part.values()) {
      var lacks = new TermQuery(new Term(Fields.LACKS, part.code()));
      count += index.ask(it -> (long) it.count(lacks));
    }
    return count;
  }

  private static List<Lacking> lacking(IndexSearcher searcher, Query which, int size)
      throws IOException {
    var query =
        new BooleanQuery.Builder()
            .add(which, Occur.FILTER)
            .add(new FieldExistsQuery(Fields.LACKS), Occur.FILTER)
            .build();
    var lacking = new ArrayList<Lacking>();
    for (var found : searcher.search(query, size, NEWEST).scoreDocs) {
      add(searcher, found.doc, lacking);
    }
    return lacking;
  }

  private static void add(IndexSearcher searcher, int document, List<Lacking> into)
      throws IOException {
    var key = Hits.key(searcher, document);
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var lacks = DocValues.getSortedSet(leaf.reader(), Fields.LACKS);
    if (!lacks.advanceExact(document - leaf.docBase)) return;
    for (var left = lacks.docValueCount(); left > 0; left--) {
      var part = Part.of(lacks.lookupOrd(lacks.nextOrd()).utf8ToString());
      into.add(new Lacking(key.kind(), key.id(), part, text(searcher, document, part)));
    }
  }

  private static String text(IndexSearcher searcher, int document, Part part) throws IOException {
    if (part == Part.TITLE) return Hits.card(searcher, document).title();
    var stored = searcher.storedFields().document(document, Set.of(Fields.STORED_TEXT));
    var text = stored.get(Fields.STORED_TEXT);
    return text == null ? "" : text;
  }
}
