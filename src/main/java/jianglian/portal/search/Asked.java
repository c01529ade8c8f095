package jianglian.portal.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.search.Filter;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import org.jspecify.annotations.Nullable;

/// What a reader asks for; empty words list everything, newest first. `kind` is one of [#KINDS],
/// `park` a park's code, `industry` a code of two digits; empty: any.
public record Asked(
    String q, String kind, String park, String industry, boolean valid, @Nullable String after) {
  public static final List<String> KINDS =
      List.of("release", "need", "offer", "park", "organisation");

  private static final int SIZE = 20;
  private static final int LONGEST = 200;

  static Asked of(
      String q, String kind, String park, String industry, boolean valid, @Nullable String after) {
    var words = q.strip();
    return new Asked(
        words.substring(0, Math.min(words.length(), LONGEST)),
        KINDS.contains(kind) ? kind : "",
        park,
        industry,
        valid,
        after);
  }

  SearchRequest request(Actor actor, LocalDate today) {
    var facets = List.of(SearchRequest.ENTRY_KINDS, "park", "industry");
    return request(actor, today, kind, facets, SIZE, after);
  }

  /// The same over all kinds, only to count them.
  SearchRequest overAllKinds(Actor actor, LocalDate today) {
    return request(actor, today, "", List.of(SearchRequest.ENTRY_KINDS), 1, null);
  }

  private SearchRequest request(
      Actor actor,
      LocalDate today,
      String kind,
      List<String> facets,
      int size,
      @Nullable String after) {
    var filters = new ArrayList<Filter>();
    if (!kind.isEmpty()) filters.add(new Filter.Kinds(Set.of(kind)));
    if (!park.isEmpty()) filters.add(new Filter.Facet("park", Set.of(park)));
    if (!industry.isEmpty()) filters.add(new Filter.Facet("industry", Set.of(industry)));
    if (valid) filters.add(new Filter.ValidOn(today));
    var order = q.isEmpty() ? Order.NEWEST : Order.BEST;
    return new SearchRequest(q, actor.audiences(), filters, facets, order, size, after);
  }
}
