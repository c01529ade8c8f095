package jianglian.portal.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.parks.Industries;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult;
import jianglian.search.SearchResult.Count;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// What the page shows of an answer. `kinds` counts over all kinds, whichever is chosen; `parks`
/// holds the parks' names by code.
public record SearchPage(
    List<Found> found,
    long total,
    Map<String, Long> kinds,
    List<Count> parkCounts,
    List<Count> industries,
    Map<String, String> parks,
    @Nullable String next) {
  private static final int SHOWN = 12;
  private static final int DIVISION = 2;

  static SearchPage of(
      List<Found> found, SearchResult result, SearchResult all, Map<String, String> parks) {
    var kinds =
        all.facets().getOrDefault(SearchRequest.ENTRY_KINDS, List.of()).stream()
            .collect(Collectors.toMap(Count::value, Count::count));
    return new SearchPage(
        found,
        result.total(),
        kinds,
        result.facets().getOrDefault("park", List.of()).stream().limit(SHOWN).toList(),
        result.facets().getOrDefault("industry", List.of()).stream()
            .filter(it -> it.value().length() == DIVISION)
            .limit(SHOWN)
            .toList(),
        parks,
        result.next());
  }

  public long all() {
    return kinds.values().stream().mapToLong(it -> it).sum();
  }

  public String park(String code, Page page) {
    var name = parks.get(code);
    return name == null ? page.text("portal.alliance-itself") : name;
  }

  public String industry(String code) {
    return Industries.name(code);
  }
}
