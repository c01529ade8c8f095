package jianglian.publishing.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.search.Filter;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import org.jspecify.annotations.Nullable;

/// What a reader looks for among the releases: the parameters of the list page, of the API and of
/// the feeds alike. `valid` is `now` for what has not run out; `order` is `newest` or `best`.
public record ReleaseQuery(
    @Nullable String q,
    @Nullable String kind,
    @Nullable String park,
    @Nullable String industry,
    @Nullable String region,
    @Nullable String audience,
    @Nullable String valid,
    @Nullable String order,
    @Nullable String after,
    @Nullable Integer size) {
  static final List<String> FACETS = List.of("kind", "audience", "park", "industry");
  private static final Set<String> OPEN = Set.of("published", "stale");
  private static final int LONGEST = 200;
  private static final int MOST = 100;
  private static final int USUAL = 20;

  String text() {
    var text = q == null ? "" : q.strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  int count() {
    return size == null ? USUAL : Math.clamp(size, 1, MOST);
  }

  /// Newest first unless words are sought.
  public boolean newest() {
    return text().isEmpty() || "newest".equals(order);
  }

  /// The newest of the same search, whatever part of it was asked for.
  ReleaseQuery newest(int size) {
    return new ReleaseQuery(q, kind, park, industry, region, audience, valid, "newest", null, size);
  }

  boolean filtered() {
    return fields().entrySet().stream()
        .anyMatch(it -> !it.getKey().equals("order") && !it.getValue().isEmpty());
  }

  /// What everyone may read.
  SearchRequest publicRequest(LocalDate today, List<String> facets) {
    var filters = filters(today);
    filters.add(new Filter.Facet("state", OPEN));
    return request(Set.of("public"), filters, facets);
  }

  /// What everyone may read and, for a park's own system, what is its park's.
  SearchRequest request(Actor actor, LocalDate today) {
    return request(actor.audiences(), filters(today), List.of());
  }

  private SearchRequest request(Set<String> audiences, List<Filter> filters, List<String> facets) {
    return new SearchRequest(
        text(),
        audiences,
        filters,
        facets,
        newest() ? Order.NEWEST : Order.BEST,
        count(),
        after == null || after.isBlank() ? null : after);
  }

  private List<Filter> filters(LocalDate today) {
    var filters = new ArrayList<Filter>();
    filters.add(new Filter.Kinds(Set.of("release")));
    for (var name : List.of("kind", "park", "industry", "region", "audience")) {
      var value = value(name);
      if (!value.isEmpty()) filters.add(new Filter.Facet(name, Set.of(value)));
    }
    if ("now".equals(valid)) filters.add(new Filter.ValidOn(today));
    return filters;
  }

  String value(String name) {
    return fields().getOrDefault(name, "");
  }

  private Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("q", text());
    fields.put("kind", or(kind));
    fields.put("park", or(park));
    fields.put("industry", or(industry));
    fields.put("region", or(region));
    fields.put("audience", or(audience));
    fields.put("valid", or(valid));
    fields.put("order", or(order));
    return fields;
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /// This search as parameters, from its beginning: `?q=…&kind=policy`, empty when it asks nothing.
  public String parameters() {
    return parameters(fields());
  }

  /// The same search with one parameter set, or taken away by an empty value.
  public String with(String name, String value) {
    var fields = fields();
    fields.put(name, value);
    return parameters(fields);
  }

  private static String parameters(Map<String, String> fields) {
    var pairs =
        fields.entrySet().stream()
            .filter(it -> !it.getValue().isEmpty())
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return pairs.isEmpty() ? "" : "?" + pairs;
  }
}
