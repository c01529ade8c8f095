package jianglian.publishing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jianglian.parks.Industries;
import jianglian.search.SearchResult.Count;
import jianglian.web.Texts;
import org.springframework.stereotype.Component;

/// Words for the facets of the releases.
@Component
class Facets {
  private static final int MOST = 12;

  private final ReleaseReading releases;
  private final Texts texts;

  Facets(ReleaseReading releases, Texts texts) {
    this.releases = releases;
    this.texts = texts;
  }

  List<Facet> of(ReleaseQuery query, Map<String, List<Count>> counted, Locale locale) {
    var facets = new ArrayList<Facet>();
    for (var name : ReleaseQuery.FACETS) {
      var counts =
          counted.getOrDefault(name, List.of()).stream().filter(it -> shown(name, it)).toList();
      var names =
          name.equals("park") ? releases.parkNames(codes(counts)) : Map.<String, String>of();
      var options =
          shortened(counts, query.value(name)).stream()
              .map(it -> option(query, name, it, label(name, it.value(), names, locale)))
              .toList();
      if (!options.isEmpty()) facets.add(new Facet(name, options));
    }
    return facets;
  }

  private static List<String> codes(List<Count> counts) {
    return counts.stream().map(Count::value).toList();
  }

  /// Of the industries, the divisions: 35 is where 3562 lies.
  private static boolean shown(String name, Count count) {
    return !name.equals("industry") || count.value().length() == 2;
  }

  private static List<Count> shortened(List<Count> counts, String chosen) {
    var most = new ArrayList<>(counts.subList(0, Math.min(MOST, counts.size())));
    counts.stream()
        .filter(it -> it.value().equals(chosen) && !most.contains(it))
        .forEach(most::add);
    return most;
  }

  private static Facet.Option option(ReleaseQuery query, String name, Count count, String label) {
    var chosen = count.value().equals(query.value(name));
    return new Facet.Option(
        label, count.count(), "/releases" + query.with(name, chosen ? "" : count.value()), chosen);
  }

  private String label(String facet, String value, Map<String, String> parks, Locale locale) {
    return switch (facet) {
      case "kind" -> texts.text(locale, "release.kind." + value);
      case "audience" -> texts.text(locale, "release.audience." + value);
      case "industry" -> Industries.name(value);
      default ->
          value.equals(ReleaseSearchSource.ALLIANCE)
              ? texts.text(locale, "releases.secretariat")
              : parks.getOrDefault(value, value);
    };
  }
}
