package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.VectorUtil;

/// Nearest vectors, found in the graph of the quantised ones (7 bits a number).
final class Nearest {
  /// All that is allowed in a segment is measured, which is exact, where that is not more work than
  /// walking along the graph: the walk passes about so many for each that is allowed.
  private static final int WALKED = 1_500;

  /// Where at least this share is allowed, the walk goes along those allowed alone (Lucene's
  /// filtered search, after ACORN-1 of Patel and others 2024); where less is, that loses too many:
  /// at a tenth of a million it found 0.85 of the best twenty, the walk along all 0.98.
  private static final double MANY = 0.35;

  /// In a larger segment vectors are measured as they are quantised, a quarter as long to read and
  /// right to about 0.002 of a cosine. Where there are few, their range is known less well.
  private static final int MEASURED_IN_FULL = 50_000;

  private static final KnnSearchStrategy ALONG_ALL = new KnnSearchStrategy.Hnsw(0);

  private Nearest() {}

  /// One question to a field of vectors.
  record Asked(String field, float[] vector) {}

  /// The documents of the `size` nearest vectors among those allowed.
  static Scored documents(IndexSearcher searcher, Asked asked, Allowed allowed, int size)
      throws IOException {
    var query = new Among(asked, size, allowed);
    return Scored.of(searcher.search(query, size).scoreDocs);
  }

  /// The cosine of each document's vector; documents without one are missing.
  static Map<Integer, Float> cosines(IndexSearcher searcher, Asked asked, List<Integer> documents)
      throws IOException {
    var cosines = new HashMap<Integer, Float>();
    for (var it : byLeaf(searcher, documents).entrySet()) {
      var leaf = it.getKey();
      var values = leaf.reader().getFloatVectorValues(asked.field());
      if (values == null) continue;
      if (leaf.reader().maxDoc() > MEASURED_IN_FULL) {
        rough(values, asked.vector(), leaf, it.getValue(), cosines);
      } else {
        read(
            values,
            leaf,
            it.getValue(),
            (document, found) ->
                cosines.put(document, VectorUtil.dotProduct(asked.vector(), found)));
      }
    }
    return cosines;
  }

  private static void rough(
      FloatVectorValues values,
      float[] vector,
      LeafReaderContext leaf,
      List<Integer> documents,
      Map<Integer, Float> cosines)
      throws IOException {
    var scorer = values.scorer(vector);
    if (scorer == null) return;
    var at = scorer.iterator();
    for (var document : documents) {
      var inLeaf = document - leaf.docBase;
      if (at.docID() < inLeaf) at.advance(inLeaf);
      // A score of 0 to 1 for a cosine of -1 to 1.
      if (at.docID() == inLeaf) cosines.put(document, 2 * scorer.score() - 1);
    }
  }

  /// The full vectors themselves, of unit length; documents without one are missing.
  static Map<Integer, float[]> vectors(
      IndexSearcher searcher, String field, List<Integer> documents) throws IOException {
    var vectors = new HashMap<Integer, float[]>();
    for (var it : byLeaf(searcher, documents).entrySet()) {
      var values = it.getKey().reader().getFloatVectorValues(field);
      if (values == null) continue;
      read(
          values,
          it.getKey(),
          it.getValue(),
          (document, found) -> vectors.put(document, found.clone()));
    }
    return vectors;
  }

  /// `found` is only good until the next one is read.
  private interface Reading {
    void vector(int document, float[] found);
  }

  private static void read(
      FloatVectorValues values, LeafReaderContext leaf, List<Integer> documents, Reading reading)
      throws IOException {
    var at = values.iterator();
    for (var document : documents) {
      var inLeaf = document - leaf.docBase;
      if (at.docID() < inLeaf) at.advance(inLeaf);
      if (at.docID() == inLeaf) reading.vector(document, values.vectorValue(at.index()));
    }
  }

  /// Each once, in ascending order.
  private static Map<LeafReaderContext, List<Integer>> byLeaf(
      IndexSearcher searcher, List<Integer> documents) {
    var leaves = searcher.getIndexReader().leaves();
    var byLeaf = new LinkedHashMap<LeafReaderContext, List<Integer>>();
    for (var document : documents.stream().sorted().distinct().toList()) {
      byLeaf
          .computeIfAbsent(
              leaves.get(ReaderUtil.subIndex(document, leaves)), _ -> new ArrayList<>())
          .add(document);
    }
    return byLeaf;
  }

  /// As Lucene does it under a filter, with what is allowed known beforehand: it would go through
  /// the filter for each field anew, document by document.
  private static final class Among extends KnnFloatVectorQuery {
    private final Allowed allowed;

    Among(Asked asked, int size, Allowed allowed) {
      super(asked.field(), asked.vector(), size, null, walking(allowed));
      this.allowed = allowed;
    }

    private static KnnSearchStrategy walking(Allowed allowed) {
      return allowed.share() >= MANY ? KnnSearchStrategy.Hnsw.DEFAULT : ALONG_ALL;
    }

    @Override
    protected TopDocs approximateSearch(
        LeafReaderContext leaf, AcceptDocs live, int visits, KnnCollectorManager manager)
        throws IOException {
      var count = allowed.count(leaf);
      if (count == 0) return TopDocsCollector.EMPTY_TOPDOCS;
      var share = (double) count / leaf.reader().maxDoc();
      if (count * share <= WALKED) return exactSearch(leaf, allowed.iterator(leaf), null);
      var accepted =
          AcceptDocs.fromIteratorSupplier(
              () -> allowed.iterator(leaf), null, leaf.reader().maxDoc());
      var found = super.approximateSearch(leaf, accepted, count + 1, manager);
      // Otherwise it gave up, having looked at more than there are.
      return found.totalHits.relation() == Relation.EQUAL_TO
          ? found
          : exactSearch(leaf, allowed.iterator(leaf), null);
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other) && other instanceof Among it && it.allowed == allowed;
    }

    @Override
    public int hashCode() {
      return 31 * super.hashCode() + System.identityHashCode(allowed);
    }
  }
}
