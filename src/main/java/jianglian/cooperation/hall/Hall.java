package jianglian.cooperation.hall;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.parks.Industries;
import jianglian.parks.Parks;
import jianglian.parks.Regions;
import jianglian.search.SearchEngine;
import jianglian.search.SearchResult;
import jianglian.web.Page;
import jianglian.web.Slice;
import org.springframework.stereotype.Component;

/// Looks for needs and offers with the search engine and shows what the database lets be seen.
@Component
class Hall {
  private static final Set<String> EVERYONE = Set.of("public");
  private static final int SIZE = 20;
  private static final int MOST_VALUES = 12;

  private final SearchEngine engine;
  private final ShownListings listings;
  private final Parks parks;

  Hall(SearchEngine engine, ShownListings listings, Parks parks) {
    this.engine = engine;
    this.listings = listings;
    this.parks = parks;
  }

  HallPage page(HallQuery query, Page page) {
    var result = engine.search(query.request(EVERYONE, true, SIZE));
    var names = parks.names(codes(result), page.chinese());
    var facets =
        HallQuery.FACETS.stream().map(it -> facet(it, query, result, names, page)).toList();
    return new HallPage(shown(result, page.actor()), result.total(), facets, result.next());
  }

  private static List<String> codes(SearchResult result) {
    return result.facets().getOrDefault("park", List.of()).stream()
        .map(SearchResult.Count::value)
        .toList();
  }

  /// What an actor's own system finds: all that is public, and its park's own in any state.
  Slice<ShownListing> slice(HallQuery query, Actor actor, int size) {
    var result = engine.search(query.request(actor.audiences(), false, size));
    return new Slice<>(shown(result, actor), result.next());
  }

  private List<ShownListing> shown(SearchResult result, Actor actor) {
    var ids = result.hits().stream().map(SearchResult.Hit::id).toList();
    var found =
        listings.visible(ids, actor).stream()
            .collect(Collectors.toMap(it -> it.listing().id(), Function.identity()));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  private static HallFacet facet(
      String facet, HallQuery query, SearchResult result, Map<String, String> parks, Page page) {
    var chosen = query.chosen(facet);
    var values =
        result.facets().getOrDefault(facet, List.of()).stream()
            .filter(it -> it.count() > 0 && fits(facet, it.value(), chosen))
            .sorted(Comparator.comparingLong(SearchResult.Count::count).reversed())
            .limit(MOST_VALUES)
            .map(it ->
                new HallFacet.Value(it.value(), name(facet, it.value(), parks, page), it.count()))
            .toList();
    return new HallFacet(
        facet.equals("kind") ? "side" : facet, page.text("hall.facet." + facet), chosen, values);
  }

  /// Industries are opened level by level: divisions first, then what lies in the chosen one.
  private static boolean fits(String facet, String value, String chosen) {
    if (!facet.equals("industry")) return true;
    return chosen.isEmpty() ? value.length() == 2 : value.startsWith(chosen);
  }

  private static String name(String facet, String value, Map<String, String> parks, Page page) {
    return switch (facet) {
      case "kind" -> page.text("listing.side." + value);
      case "type" -> page.text("listing.type." + value);
      case "park" -> parks.getOrDefault(value, value);
      case "industry" -> Industries.name(value);
      default -> Regions.name(value);
    };
  }
}
