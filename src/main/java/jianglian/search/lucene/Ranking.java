package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import jianglian.search.question.Blend;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Everything that a question finds by its words or its meaning, with one score each: that of the
/// words (0 to about 1), that of the meaning (0 to 1) and a little for what is new.
final class Ranking {
  private static final Comparator<ScoreDoc> WORST_FIRST =
      Comparator.<ScoreDoc>comparingDouble(it -> it.score)
          .thenComparing(it -> it.doc, Comparator.reverseOrder());

  private final IndexSearcher searcher;
  private final Scored all;

  private Ranking(IndexSearcher searcher, Scored all) {
    this.searcher = searcher;
    this.all = all;
  }

  /// `vector` null: by words alone; `moment`: what counts as now, in milliseconds since 1970.
  static Ranking of(
      IndexSearcher searcher,
      TextQuery text,
      float @Nullable [] vector,
      Allowed allowed,
      long moment)
      throws IOException {
    var words =
        new BooleanQuery.Builder()
            .add(allowed.query(), Occur.FILTER)
            .add(text.query(searcher), Occur.MUST)
            .build();
    var tasks = new ArrayList<Callable<Scored>>();
    tasks.add(() -> searcher.search(words, new Scored.All()));
    if (vector != null) {
      for (var field : List.of(Fields.TITLE_VECTOR, Fields.TEXT_VECTOR)) {
        var asked = new Nearest.Asked(field, vector);
        tasks.add(() -> Nearest.documents(searcher, asked, allowed, Blend.NEAREST));
      }
    }
    var found = searcher.getTaskExecutor().invokeAll(tasks);
    var meaning =
        vector == null
            ? Map.<Integer, Float>of()
            : meaning(searcher, vector, found.getFirst(), found.subList(1, found.size()));
    return new Ranking(searcher, fresh(searcher, united(found.getFirst(), meaning), moment));
  }

  /// The better cosine of title and text, taken as how far it is above the unrelated, of what is
  /// nearest and of the best by words.
  private static Map<Integer, Float> meaning(
      IndexSearcher searcher, float[] vector, Scored words, List<Scored> nearest)
      throws IOException {
    var compared = new HashSet<>(words.best(Blend.COMPARED));
    for (var it : nearest) for (var document : it.documents()) compared.add(document);
    var scored = new HashMap<Integer, Float>();
    for (var field : List.of(Fields.TITLE_VECTOR, Fields.TEXT_VECTOR)) {
      Nearest.cosines(searcher, new Nearest.Asked(field, vector), List.copyOf(compared))
          .forEach((document, cosine) -> scored.merge(document, Blend.above(cosine), Math::max));
    }
    var least = Blend.least(scored.values().stream().max(Float::compare).orElse(0f));
    scored.values().removeIf(it -> it <= 0 || it < least);
    return scored;
  }

  private static Scored united(Scored words, Map<Integer, Float> meaning) {
    var added = new HashMap<>(meaning);
    var scores = words.scores().clone();
    for (var i = 0; i < words.size(); i++) {
      var more = added.remove(words.documents()[i]);
      if (more != null) scores[i] += more;
    }
    return new Scored(words.documents(), scores).and(added);
  }

  private static Scored fresh(IndexSearcher searcher, Scored scored, long moment)
      throws IOException {
    var leaves = searcher.getIndexReader().leaves().iterator();
    LeafReaderContext leaf = null;
    NumericDocValues at = null;
    for (var i = 0; i < scored.size(); i++) {
      var document = scored.documents()[i];
      while (leaf == null || document >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.next();
        at = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), Fields.AT));
      }
      if (at == null || !at.advanceExact(document - leaf.docBase)) continue;
      scored.scores()[i] += Blend.fresh(at.longValue(), moment);
    }
    return scored;
  }

  /// The best after `last`, at most `size`, the best first; of equal ones the first in the index.
  ScoreDoc[] best(int size, @Nullable ScoreDoc last) {
    var best = new PriorityQueue<ScoreDoc>(size + 1, WORST_FIRST);
    for (var i = 0; i < all.size(); i++) {
      if (best.size() == size && all.scores()[i] < best.element().score) continue;
      var found = new ScoreDoc(all.documents()[i], all.scores()[i]);
      if (last != null && WORST_FIRST.compare(found, last) >= 0) continue;
      best.add(found);
      if (best.size() > size) best.remove();
    }
    return best.stream().sorted(WORST_FIRST.reversed()).toArray(ScoreDoc[]::new);
  }

  Found found() {
    var found = new HashMap<LeafReaderContext, FixedBitSet>();
    var at = 0;
    for (var leaf : searcher.getIndexReader().leaves()) {
      var end = leaf.docBase + leaf.reader().maxDoc();
      if (at == all.size() || all.documents()[at] >= end) continue;
      var bits = new FixedBitSet(leaf.reader().maxDoc());
      for (; at < all.size() && all.documents()[at] < end; at++) {
        bits.set(all.documents()[at] - leaf.docBase);
      }
      found.put(leaf, bits);
    }
    return new Found(found);
  }
}
