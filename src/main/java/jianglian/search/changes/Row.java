package jianglian.search.changes;

import java.util.Map;
import jianglian.search.SearchEntry;
import jianglian.search.embedding.Part;

/// A row as it stands, with the vectors stored for its texts by part (`title`, `text`).
public record Row(SearchEntry entry, Map<String, float[]> vectors) {
  /// Whether this part has a text and no vector yet.
  public boolean lacks(Part part) {
    var text = part == Part.TITLE ? entry.title() : entry.text();
    return !text.isBlank() && !vectors.containsKey(part.code());
  }
}
