package jianglian.search;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stored vectors of rows.
public interface Vectors {
  /// Vectors by part (`title`, `text`) of one row under the current model; a missing part is not
  /// embedded yet.
  Map<String, float[]> of(String kind, long id);

  /// The same of many rows at once, by id; rows without any are missing.
  Map<Long, Map<String, float[]>> of(String kind, Collection<Long> ids);

  /// Embeds the row's texts now, ahead of the backlog, and stores them; what is already stored for
  /// the same text is kept.
  Map<String, float[]> ensure(String kind, long id, String title, @Nullable String text);
}
