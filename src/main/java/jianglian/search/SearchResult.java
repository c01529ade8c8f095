package jianglian.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hits with their counts per facet value. Highlights are HTML: escaped text with `<mark>`. Results
/// must be checked again in SQL before they are shown.
public record SearchResult(
    List<Hit> hits, long total, Map<String, List<Count>> facets, @Nullable String next) {

  public record Hit(String kind, long id, double score, String titleHtml, String snippetHtml) {}

  public record Count(String value, long count) {}
}
