package jianglian.search.embedding;

import java.util.List;

/// Knows which rows lack vectors; the index does.
public interface Missing {
  /// Texts of rows changed a moment ago, at most once each.
  List<Lacking> fresh();

  /// At most so many texts of those that lack vectors. Vectors stored before the call are seen.
  List<Lacking> some(int size);

  long count();
}
