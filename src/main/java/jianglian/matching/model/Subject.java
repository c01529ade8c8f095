package jianglian.matching.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jianglian.search.Candidate;
import jianglian.search.SearchEntry;
import org.jspecify.annotations.Nullable;

/// What matching knows of one side: the facts its search entry carries. `facets` and `numbers` are
/// those of the search sources of needs, offers, releases and organisations.
public record Subject(
    String kind, long id, Map<String, Set<String>> facets, Map<String, Long> numbers) {

  public static Subject of(SearchEntry entry) {
    return new Subject(entry.kind(), entry.id(), entry.facets(), entry.numbers());
  }

  public static Subject of(Candidate candidate) {
    return new Subject(candidate.kind(), candidate.id(), candidate.facets(), candidate.numbers());
  }

  public Set<String> facet(String name) {
    return facets.getOrDefault(name, Set.of());
  }

  public @Nullable Long number(String name) {
    return numbers.get(name);
  }

  @Nullable LocalDate day() {
    var day = number("day");
    return day == null ? null : LocalDate.ofEpochDay(day);
  }
}
