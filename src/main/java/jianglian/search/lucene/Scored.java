package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.ArrayUtil;

/// Documents of one searcher in ascending order, each with its score.
record Scored(int[] documents, float[] scores) {
  static Scored of(ScoreDoc[] found) {
    var ordered = found.clone();
    Arrays.sort(ordered, Comparator.comparingInt(it -> it.doc));
    var scored = new Scored(new int[ordered.length], new float[ordered.length]);
    for (var i = 0; i < ordered.length; i++) {
      scored.documents[i] = ordered[i].doc;
      scored.scores[i] = ordered[i].score;
    }
    return scored;
  }

  int size() {
    return documents.length;
  }

  /// These and others, which are not among them.
  Scored and(Map<Integer, Float> others) {
    var more = others.keySet().stream().mapToInt(it -> it).sorted().toArray();
    var all = new Scored(new int[size() + more.length], new float[size() + more.length]);
    var own = 0;
    var other = 0;
    for (var i = 0; i < all.size(); i++) {
      var mine = other == more.length || (own < size() && documents[own] < more[other]);
      all.documents[i] = mine ? documents[own] : more[other];
      all.scores[i] = mine ? scores[own++] : others.getOrDefault(more[other++], 0f);
    }
    return all;
  }

  /// The documents with the `most` highest scores, in any order.
  List<Integer> best(int most) {
    if (size() <= most) return Arrays.stream(documents).boxed().toList();
    var ordered = scores.clone();
    Arrays.sort(ordered);
    var least = ordered[size() - most];
    var best = new ArrayList<Integer>(most);
    for (var i = 0; i < size(); i++) if (scores[i] >= least) best.add(documents[i]);
    return best.subList(0, Math.min(most, best.size()));
  }

  /// Collects everything that a question finds.
  static final class All implements CollectorManager<All.Collecting, Scored> {
    @Override
    public Collecting newCollector() {
      return new Collecting();
    }

    @Override
    public Scored reduce(Collection<Collecting> collectors) {
      var parts =
          collectors.stream()
              .flatMap(it -> it.parts.stream())
              .filter(it -> it.size > 0)
              .sorted(Comparator.comparingInt(it -> it.documents[0]))
              .toList();
      var size = parts.stream().mapToInt(it -> it.size).sum();
      var all = new Scored(new int[size], new float[size]);
      var at = 0;
      for (var part : parts) {
        System.arraycopy(part.documents, 0, all.documents, at, part.size);
        System.arraycopy(part.scores, 0, all.scores, at, part.size);
        at += part.size;
      }
      return all;
    }

    static final class Collecting implements Collector {
      private final List<Part> parts = new ArrayList<>();

      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
      }

      @Override
      public LeafCollector getLeafCollector(LeafReaderContext leaf) {
        var part = new Part(leaf.docBase);
        parts.add(part);
        return part;
      }
    }
  }

  private static final class Part implements LeafCollector {
    private static final int BEGIN = 256;

    private final int base;
    private int[] documents = new int[BEGIN];
    private float[] scores = new float[BEGIN];
    private int size;
    private Scorable scorer = NOTHING;

    Part(int base) {
      this.base = base;
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
      if (size == documents.length) {
        documents = ArrayUtil.grow(documents, size + 1);
        scores = ArrayUtil.growExact(scores, documents.length);
      }
      documents[size] = base + document;
      scores[size++] = scorer.score();
    }
  }

  private static final Scorable NOTHING =
      new Scorable() {
        @Override
        public float score() {
          return 0;
        }
      };
}
