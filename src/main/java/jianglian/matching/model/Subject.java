package jianglian.matching.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jianglian.search.Candidate;
import jianglian.search.SearchEntry;
import org.jspecify.annotations.Nullable;

/// What matching knows of one side: the facts its search entry carries. `facets` and `numbers` are
/// those of the search sources of needs, offers, releases, organisations and events; who seeks has
/// its neighbours on industry chains beside.
public record Subject(
    String kind, long id, Map<String, Set<String>> facets, Map<String, Long> numbers) {

  public static Subject of(SearchEntry entry) {
    return new Subject(entry.kind(), entry.id(), entry.facets(), entry.numbers());
  }

  public static Subject of(Candidate candidate) {
    return new Subject(candidate.kind(), candidate.id(), candidate.facets(), candidate.numbers());
  }

  /// The same with further facets.
  public Subject with(Map<String, Set<String>> more) {
    if (more.isEmpty()) return this;
    var all = new HashMap<>(facets);
    all.putAll(more);
    return new Subject(kind, id, all, numbers);
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
