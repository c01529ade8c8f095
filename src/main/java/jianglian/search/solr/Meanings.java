package jianglian.search.solr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jianglian.search.embedding.Part;
import org.apache.solr.common.SolrDocument;
import org.jspecify.annotations.Nullable;

/// Vectors as Solr takes them, and cosines as it gives them.
final class Meanings {
  private Meanings() {}

  /// The query for the nearest `size` under the filters of `asked`; of each shard so many, so that
  /// the best of all of them are the nearest of the whole.
  static String nearest(Asked asked, Part part, float[] vector, int size) {
    return "{!knn f=%s topK=%d v=%s}"
        .formatted(Schema.vector(part), size, asked.name(text(vector)));
  }

  /// Asks to be told, under `name`, the cosine of each entry's vector.
  static String cosine(Asked asked, String name, Part part, float[] vector) {
    return "%s:vectorSimilarity(%s,%s)"
        .formatted(name, Schema.vector(part), asked.name(text(vector)));
  }

  /// Null where the entry has no vector; Solr's similarity is (1 + cosine) / 2, and 0 where there
  /// is nothing to compare.
  static @Nullable Float cosine(SolrDocument told, String name) {
    if (!(told.getFirstValue(name) instanceof Number similarity)) return null;
    return similarity.floatValue() == 0 ? null : 2 * similarity.floatValue() - 1;
  }

  private static String text(float[] vector) {
    List<String> values = new ArrayList<>(vector.length);
    for (var value : vector) values.add(String.format(Locale.ROOT, "%.8f", value));
    return "[" + String.join(",", values) + "]";
  }
}
