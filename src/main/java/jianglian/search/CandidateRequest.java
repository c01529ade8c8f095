package jianglian.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for entries close to a text: BM25 candidates united with nearest vectors, all under the
/// filters. `indexed`: the text asked with stands in the index itself, so that one entry that holds
/// a term may be its own. The vectors (512 floats each, unit length) are null while the text is not
/// embedded yet.
public record CandidateRequest(
    String title,
    String text,
    List<String> keywords,
    float @Nullable [] titleVector,
    float @Nullable [] textVector,
    Set<String> audiences,
    List<Filter> filters,
    int size,
    boolean indexed) {
  private static final int LEAST_EACH = 200;

  public CandidateRequest(
      String title,
      String text,
      List<String> keywords,
      float @Nullable [] titleVector,
      float @Nullable [] textVector,
      Set<String> audiences,
      List<Filter> filters,
      int size) {
    this(title, text, keywords, titleVector, textVector, audiences, filters, size, false);
  }

  /// So many come in by words and so many by each vector: the lists differ, and among a million
  /// entries the best twenty stand as far down in some of them.
  public int each() {
    return Math.max(LEAST_EACH, size / 2);
  }
}
