package jianglian.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A search as typed by a person. `text` empty lists everything under the filters, newest first.
/// `after` is the `next` of an earlier answer. `facets` names those to be counted. Without
/// `excerpts` the hits come without title and snippet, for who reads them from the tables anyway.
public record SearchRequest(
    String text,
    Set<String> audiences,
    List<Filter> filters,
    List<String> facets,
    Order order,
    int size,
    @Nullable String after,
    boolean excerpts) {

  public SearchRequest(
      String text,
      Set<String> audiences,
      List<Filter> filters,
      List<String> facets,
      Order order,
      int size,
      @Nullable String after) {
    this(text, audiences, filters, facets, order, size, after, true);
  }

  /// Counts the kinds of entries themselves, whatever a facet that modules call `kind` may hold.
  public static final String ENTRY_KINDS = "entry-kinds";

  public enum Order {
    BEST,
    NEWEST
  }
}
