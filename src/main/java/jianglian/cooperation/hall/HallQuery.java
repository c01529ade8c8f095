package jianglian.cooperation.hall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Side;
import jianglian.search.Filter;
import jianglian.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/// What a reader looks for in the hall, as it stands in the address.
public record HallQuery(
    @Nullable String q,
    @Nullable String side,
    @Nullable String type,
    @Nullable String park,
    @Nullable String industry,
    @Nullable String region,
    @Nullable String after) {
  static final List<String> FACETS = List.of("kind", "type", "park", "industry", "region");
  private static final int LONGEST = 200;

  public String words() {
    var words = q == null ? "" : q.strip();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }

  /// The value chosen for a facet; empty: none.
  public String chosen(String facet) {
    var value =
        switch (facet) {
          case "kind" -> side;
          case "type" -> type;
          case "park" -> park;
          case "industry" -> industry;
          default -> region;
        };
    return value == null ? "" : value;
  }

  public boolean narrowed() {
    return !words().isEmpty() || FACETS.stream().anyMatch(it -> !chosen(it).isEmpty());
  }

  HallQuery on(Side only) {
    return new HallQuery(q, only.code(), type, park, industry, region, after);
  }

  SearchRequest request(Set<String> audiences, boolean openOnly, int size) {
    var filters = new ArrayList<Filter>();
    filters.add(new Filter.Kinds(kinds()));
    if (openOnly) filters.add(new Filter.Facet("state", Set.of(ListingState.OPEN.code())));
    for (var facet : FACETS) {
      if (!facet.equals("kind") && !chosen(facet).isEmpty()) {
        filters.add(new Filter.Facet(facet, Set.of(chosen(facet))));
      }
    }
    var order = words().isEmpty() ? SearchRequest.Order.NEWEST : SearchRequest.Order.BEST;
    var facets = openOnly ? FACETS : List.<String>of();
    return new SearchRequest(words(), audiences, filters, facets, order, size, after, false);
  }

  private Set<String> kinds() {
    var all = Arrays.stream(Side.values()).map(Side::code).collect(Collectors.toSet());
    return side != null && all.contains(side) ? Set.of(side) : all;
  }
}
