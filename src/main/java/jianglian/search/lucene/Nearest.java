package jianglian.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Nearest vectors: found in the quantised graph, measured on the full ones.
final class Nearest {
  private Nearest() {}

  /// One question to a field of vectors.
  record Asked(String field, float[] vector) {}

  /// The documents of the `size` nearest vectors under the filter.
  static Scored documents(IndexSearcher searcher, Asked asked, Query filter, int size)
      throws IOException {
    var query = new KnnFloatVectorQuery(asked.field(), asked.vector(), size, filter);
    return Scored.of(searcher.search(query, size).scoreDocs);
  }

  /// The exact cosine of each document's vector; documents without one are missing.
  static Map<Integer, Float> cosines(
      IndexSearcher searcher, String field, float[] vector, Stream<Integer> documents)
      throws IOException {
    var cosines = new HashMap<Integer, Float>();
    read(
        searcher,
        field,
        documents,
        (document, found) -> cosines.put(document, VectorUtil.dotProduct(vector, found)));
    return cosines;
  }

  /// The vectors themselves, of unit length; documents without one are missing.
  static Map<Integer, float[]> vectors(
      IndexSearcher searcher, String field, Stream<Integer> documents) throws IOException {
    var vectors = new HashMap<Integer, float[]>();
    read(searcher, field, documents, (document, found) -> vectors.put(document, found.clone()));
    return vectors;
  }

  /// `found` is only good until the next one is read.
  private interface Reading {
    void vector(int document, float[] found);
  }

  private static void read(
      IndexSearcher searcher, String field, Stream<Integer> documents, Reading reading)
      throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    LeafVectors leaf = null;
    for (var document : documents.sorted().distinct().toList()) {
      if (leaf == null || !leaf.holds(document)) {
        leaf = new LeafVectors(leaves.get(ReaderUtil.subIndex(document, leaves)), field);
      }
      var found = leaf.at(document);
      if (found != null) reading.vector(document, found);
    }
  }

  private static final class LeafVectors {
    private final LeafReaderContext leaf;
    private final @Nullable FloatVectorValues values;
    private final KnnVectorValues.@Nullable DocIndexIterator at;

    LeafVectors(LeafReaderContext leaf, String field) throws IOException {
      this.leaf = leaf;
      this.values = leaf.reader().getFloatVectorValues(field);
      this.at = values == null ? null : values.iterator();
    }

    boolean holds(int document) {
      return document < leaf.docBase + leaf.reader().maxDoc();
    }

    float @Nullable [] at(int document) throws IOException {
      if (values == null || at == null) return null;
      var inLeaf = document - leaf.docBase;
      if (at.docID() < inLeaf) at.advance(inLeaf);
      return at.docID() == inLeaf ? values.vectorValue(at.index()) : null;
    }
  }
}
