package jianglian.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import jianglian.search.question.Position;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The newest among what was found; of equally old ones the lower key goes first. Every segment's
/// documents are put in order once, so that few of them have to be looked at.
final class Newest {
  private static final OfSegment<Newest> KEPT = new OfSegment<>(Newest::new);

  private final int[] documents;
  private final int[] places;
  private final long[] times;

  private Newest(LeafReaderContext leaf) throws IOException {
    var size = leaf.reader().maxDoc();
    var time = new long[size];
    var key = new int[size];
    var at = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), Fields.AT));
    var keys = DocValues.getSorted(leaf.reader(), Fields.KEY);
    for (var document = 0; document < size; document++) {
      if (at != null && at.advanceExact(document)) time[document] = at.longValue();
      if (keys.advanceExact(document)) key[document] = keys.ordValue();
    }
    this.documents =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(it -> time[it])
                    .reversed()
                    .thenComparingInt(it -> key[it]))
            .mapToInt(it -> it)
            .toArray();
    this.times = Arrays.stream(documents).mapToLong(it -> time[it]).toArray();
    this.places = new int[size];
    for (var place = 0; place < size; place++) places[documents[place]] = place;
  }

  /// At most `size` after the position, each with its time as the first field.
  static FieldDoc[] of(Found found, int size, @Nullable Position after) throws IOException {
    var newest = new ArrayList<Candidate>();
    for (var it : found.segments().entrySet()) {
      var leaf = it.getKey();
      var order = KEPT.get(leaf);
      var from = after == null ? 0 : order.after(leaf, after);
      for (var place : order.first(it.getValue(), from, size)) {
        newest.add(new Candidate(leaf, order.documents[place], order.times[place]));
      }
    }
    return newest.stream()
        .sorted(Candidate.ORDER)
        .limit(size)
        .map(Candidate::found)
        .toArray(FieldDoc[]::new);
  }

  private record Candidate(LeafReaderContext leaf, int document, long time) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingLong(Candidate::time).reversed().thenComparing(Candidate::key);

    BytesRef key() {
      try {
        return Hits.key(leaf, document);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    FieldDoc found() {
      return new FieldDoc(leaf.docBase + document, Float.NaN, new Object[] {time});
    }
  }

  /// The first place behind the position.
  private int after(LeafReaderContext leaf, Position position) throws IOException {
    var key = new BytesRef(position.key());
    var low = 0;
    var high = documents.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      var behind =
          times[middle] == position.place()
              ? Hits.key(leaf, documents[middle]).compareTo(key) > 0
              : times[middle] < position.place();
      if (behind) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /// The first places of the found: many are met soon on the way, few are looked up.
  private int[] first(FixedBitSet found, int from, int size) {
    var many = found.cardinality();
    if ((long) many * many < (long) size * documents.length) return lookedUp(found, from, size);
    var first = new int[Math.min(size, many)];
    var met = 0;
    for (var place = from; place < documents.length && met < first.length; place++) {
      if (found.get(documents[place])) first[met++] = place;
    }
    return Arrays.copyOf(first, met);
  }

  private int[] lookedUp(FixedBitSet found, int from, int size) {
    var all = new int[found.cardinality()];
    var seen = 0;
    var bits = new BitSetIterator(found, 0);
    for (var it = bits.nextDoc(); it != DocIdSetIterator.NO_MORE_DOCS; it = bits.nextDoc()) {
      if (places[it] >= from) all[seen++] = places[it];
    }
    Arrays.sort(all, 0, seen);
    return Arrays.copyOf(all, Math.min(seen, size));
  }
}
