package jianglian.search.lucene;

import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Documents of one searcher with scores known already, so that they can be a part of a query.
final class Given extends Query {
  private final int[] documents;
  private final float[] scores;

  Given(Map<Integer, Float> scored) {
    this.documents = scored.keySet().stream().mapToInt(it -> it).sorted().toArray();
    this.scores = new float[documents.length];
    for (var i = 0; i < documents.length; i++) {
      scores[i] = scored.getOrDefault(documents[i], 0f);
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public Explanation explain(LeafReaderContext leaf, int document) {
        var at = Arrays.binarySearch(documents, leaf.docBase + document);
        return at < 0
            ? Explanation.noMatch("not given")
            : Explanation.match(boost * scores[at], "given");
      }

      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        var from = place(leaf.docBase);
        var to = place(leaf.docBase + leaf.reader().maxDoc());
        return from == to ? null : new Supplier(new Walk(from, to, leaf.docBase), boost);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private int place(int document) {
    var at = Arrays.binarySearch(documents, document);
    return at < 0 ? -at - 1 : at;
  }

  private final class Supplier extends ScorerSupplier {
    private final Walk walk;
    private final float boost;

    Supplier(Walk walk, float boost) {
      this.walk = walk;
      this.boost = boost;
    }

    @Override
    public Scorer get(long lead) {
      return new GivenScorer(walk, boost);
    }

    @Override
    public long cost() {
      return walk.cost();
    }
  }

  private final class GivenScorer extends Scorer {
    private final Walk walk;
    private final float boost;

    GivenScorer(Walk walk, float boost) {
      this.walk = walk;
      this.boost = boost;
    }

    @Override
    public int docID() {
      return walk.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return walk;
    }

    @Override
    public float score() {
      return boost * scores[walk.at];
    }

    @Override
    public float getMaxScore(int upTo) {
      var max = 0f;
      for (var i = Math.max(walk.at, walk.from); i < walk.to; i++) {
        if (documents[i] - walk.base > upTo) break;
        max = Math.max(max, boost * scores[i]);
      }
      return max;
    }
  }

  private final class Walk extends DocIdSetIterator {
    private final int from;
    private final int to;
    private final int base;
    private int at;

    Walk(int from, int to, int base) {
      this.from = from;
      this.to = to;
      this.base = base;
      this.at = from - 1;
    }

    @Override
    public int docID() {
      if (at < from) return -1;
      return at < to ? documents[at] - base : NO_MORE_DOCS;
    }

    @Override
    public int nextDoc() {
      at++;
      return docID();
    }

    @Override
    public int advance(int target) {
      at = Math.max(at + 1, place(base + target));
      return docID();
    }

    @Override
    public long cost() {
      return (long) to - from;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "given " + documents.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Given it
        && Arrays.equals(documents, it.documents)
        && Arrays.equals(scores, it.scores);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(documents) * 31 + Arrays.hashCode(scores);
  }
}
