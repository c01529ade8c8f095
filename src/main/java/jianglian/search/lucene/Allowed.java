package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The documents that a request may find, a set of bits for each segment: its conditions are worked
/// out once for everything that is asked under them, by words and by each vector. The searcher's
/// cache keeps what conditions of many requests have in common.
final class Allowed {
  /// A condition that holds for fewer than one in so many documents of a segment is gone through
  /// document by document, others by whole words of bits.
  private static final int SPARSE = 64;

  private final List<FixedBitSet> segments;
  private final int[] counts;

  private Allowed(List<FixedBitSet> segments) {
    this.segments = segments;
    this.counts = segments.stream().mapToInt(FixedBitSet::cardinality).toArray();
  }

  static Allowed of(IndexSearcher searcher, List<Filters.Condition> conditions) throws IOException {
    var weighed = new ArrayList<Weighed>();
    for (var it : conditions) weighed.add(Weighed.of(searcher, it));
    var segments = new ArrayList<FixedBitSet>();
    for (var leaf : searcher.getIndexReader().leaves()) segments.add(bits(leaf, weighed));
    return new Allowed(segments);
  }

  private record Weighed(Weight weight, boolean wanted) {
    static Weighed of(IndexSearcher searcher, Filters.Condition condition) throws IOException {
      var query = searcher.rewrite(condition.query());
      return new Weighed(
          searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1), condition.wanted());
    }

    @Nullable DocIdSetIterator in(LeafReaderContext leaf) throws IOException {
      var scorer = weight.scorer(leaf);
      return scorer == null ? null : scorer.iterator();
    }
  }

  private static FixedBitSet bits(LeafReaderContext leaf, List<Weighed> conditions)
      throws IOException {
    var bits = new FixedBitSet(leaf.reader().maxDoc());
    var wanted = new ArrayList<DocIdSetIterator>();
    for (var it : conditions) {
      if (!it.wanted()) continue;
      var documents = it.in(leaf);
      if (documents == null) return bits;
      wanted.add(documents);
    }
    all(wanted, bits);
    for (var it : conditions) {
      var documents = it.wanted() ? null : it.in(leaf);
      if (documents != null) bits.andNot(documents);
    }
    var live = leaf.reader().getLiveDocs();
    if (live != null) live.applyMask(bits, 0);
    return bits;
  }

  private static void all(List<DocIdSetIterator> wanted, FixedBitSet bits) throws IOException {
    if (wanted.isEmpty()) {
      bits.set(0, bits.length());
      return;
    }
    wanted.sort(Comparator.comparingLong(DocIdSetIterator::cost));
    if (wanted.size() > 1 && wanted.getFirst().cost() < bits.length() / SPARSE) {
      bits.or(ConjunctionUtils.intersectIterators(wanted));
      return;
    }
    bits.or(wanted.getFirst());
    var scratch = new FixedBitSet(bits.length());
    for (var it : wanted.subList(1, wanted.size())) {
      var kept = BitSetIterator.getFixedBitSetOrNull(it);
      if (kept == null) {
        scratch.clear();
        scratch.or(it);
        kept = scratch;
      }
      bits.and(kept);
    }
  }

  FixedBitSet in(LeafReaderContext leaf) {
    return segments.get(leaf.ord);
  }

  int count(LeafReaderContext leaf) {
    return counts[leaf.ord];
  }

  /// Of all documents, 0 to 1.
  double share() {
    var all = segments.stream().mapToLong(FixedBitSet::length).sum();
    return all == 0 ? 0 : (double) Arrays.stream(counts).asLongStream().sum() / all;
  }

  DocIdSetIterator iterator(LeafReaderContext leaf) {
    return new BitSetIterator(in(leaf), count(leaf));
  }

  /// All of them as what was found.
  Found found(IndexSearcher searcher) {
    var found = new HashMap<LeafReaderContext, FixedBitSet>();
    for (var leaf : searcher.getIndexReader().leaves()) {
      if (count(leaf) > 0) found.put(leaf, in(leaf));
    }
    return new Found(found);
  }

  /// The same as a query, only for the searcher it was made with.
  Query query() {
    return new Bits(this);
  }

  private static final class Bits extends Query {
    private final Allowed allowed;

    Bits(Allowed allowed) {
      this.allowed = allowed;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
          if (allowed.count(leaf) == 0) return null;
          return ConstantScoreScorerSupplier.fromIterator(
              allowed.iterator(leaf), score(), mode, leaf.reader().maxDoc());
        }

        @Override
        public int count(LeafReaderContext leaf) {
          return allowed.count(leaf);
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
          return false;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return "allowed";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bits it && it.allowed == allowed;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(allowed);
    }
  }
}
