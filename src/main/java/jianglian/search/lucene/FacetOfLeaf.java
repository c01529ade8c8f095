package jianglian.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Who has each value of one facet in one segment, kept as long as the segment lives: a set of bits
/// where many have it, a list where few have. To count what many documents have costs no more than
/// to go through the sets; the values of few documents are looked up one by one.
final class FacetOfLeaf {
  private static final OfSegment<Map<String, FacetOfLeaf>> KEPT =
      new OfSegment<>(_ -> new ConcurrentHashMap<>());

  /// To look up the values of one document costs as much as to compare so many words of bits.
  private static final int LOOKUP = 80;

  /// To look for one listed document among the found as much as so many.
  private static final int LISTED = 5;

  private final String field;
  private final String[] values;
  private final FixedBitSet[] many;
  private final int[][] few;
  private long cost;

  private FacetOfLeaf(String field, LeafReaderContext leaf) throws IOException {
    this.field = field;
    var all = values(leaf);
    this.values = new String[(int) all.getValueCount()];
    this.many = new FixedBitSet[values.length];
    this.few = new int[values.length][];
    for (var ord = 0; ord < values.length; ord++) values[ord] = all.lookupOrd(ord).utf8ToString();
    fill(leaf, sizes(all));
  }

  static FacetOfLeaf of(LeafReaderContext leaf, String field) throws IOException {
    var facets = KEPT.get(leaf);
    var known = facets.get(field);
    if (known != null) return known;
    var read = new FacetOfLeaf(field, leaf);
    facets.put(field, read);
    return read;
  }

  private static int[] sizes(SortedSetDocValues all) throws IOException {
    var sizes = new int[(int) all.getValueCount()];
    while (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (var left = all.docValueCount(); left > 0; left--) sizes[(int) all.nextOrd()]++;
    }
    return sizes;
  }

  private void fill(LeafReaderContext leaf, int[] sizes) throws IOException {
    var documents = leaf.reader().maxDoc();
    var bits = FixedBitSet.bits2words(documents);
    for (var ord = 0; ord < sizes.length; ord++) {
      if (sizes[ord] >= bits) many[ord] = new FixedBitSet(documents);
      else few[ord] = new int[sizes[ord]];
      cost += many[ord] != null ? bits : (long) LISTED * sizes[ord];
    }
    var filled = new int[sizes.length];
    var all = values(leaf);
    while (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (var left = all.docValueCount(); left > 0; left--) {
        var ord = (int) all.nextOrd();
        if (many[ord] != null) many[ord].set(all.docID());
        else few[ord][filled[ord]++] = all.docID();
      }
    }
  }

  /// Adds how many of the found documents have each value.
  void count(LeafReaderContext leaf, FixedBitSet found, Map<String, Long> sums) throws IOException {
    var counts =
        (long) found.cardinality() * LOOKUP < cost ? byDocument(leaf, found) : byValue(found);
    for (var ord = 0; ord < counts.length; ord++) {
      if (counts[ord] > 0) sums.merge(values[ord], (long) counts[ord], Long::sum);
    }
  }

  private int[] byDocument(LeafReaderContext leaf, FixedBitSet found) throws IOException {
    var counts = new int[values.length];
    var all = values(leaf);
    var documents = new BitSetIterator(found, 0);
    for (var it = documents.nextDoc();
        it != DocIdSetIterator.NO_MORE_DOCS;
        it = documents.nextDoc()) {
      if (!all.advanceExact(it)) continue;
      for (var left = all.docValueCount(); left > 0; left--) counts[(int) all.nextOrd()]++;
    }
    return counts;
  }

  private int[] byValue(FixedBitSet found) {
    var counts = new int[values.length];
    for (var ord = 0; ord < counts.length; ord++) {
      if (many[ord] != null) {
        counts[ord] = (int) FixedBitSet.intersectionCount(many[ord], found);
      } else {
        for (var document : few[ord]) if (found.get(document)) counts[ord]++;
      }
    }
    return counts;
  }

  private SortedSetDocValues values(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), field);
  }
}
