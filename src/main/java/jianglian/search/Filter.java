package jianglian.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/// A condition every hit must meet; evaluated by the index, never by throwing hits away afterwards.
public sealed interface Filter {
  /// Whether the entry meets the condition, as the index would have it.
  default boolean holds(SearchEntry entry) {
    return switch (this) {
      case Kinds(var kinds) -> kinds.contains(entry.kind());
      case Facet(var name, var values) -> any(entry, name, values);
      case NotFacet(var name, var values) -> !any(entry, name, values);
      case FacetOrAbsent(var name, var values) ->
          entry.facets().getOrDefault(name, Set.of()).isEmpty() || any(entry, name, values);
      case Between(var name, var from, var to) -> {
        var number = entry.numbers().get(name);
        yield number != null && from <= number && number <= to;
      }
      case Ids(var kind, var ids) -> entry.kind().equals(kind) && ids.contains(entry.id());
      case NotIds(var kind, var ids) -> !(entry.kind().equals(kind) && ids.contains(entry.id()));
      case ValidOn(var day) -> entry.validUntil() == null || !entry.validUntil().isBefore(day);
    };
  }

  private static boolean any(SearchEntry entry, String facet, Set<String> values) {
    return entry.facets().getOrDefault(facet, Set.of()).stream().anyMatch(values::contains);
  }

  /// One of the kinds.
  record Kinds(Set<String> kinds) implements Filter {}

  /// The facet holds one of the values.
  record Facet(String name, Set<String> values) implements Filter {}

  /// The facet holds none of the values.
  record NotFacet(String name, Set<String> values) implements Filter {}

  /// The facet holds one of the values, or the entry has no such facet at all (an offer without
  /// regions is for everyone).
  record FacetOrAbsent(String name, Set<String> values) implements Filter {}

  /// The number is there and lies in [from, to].
  record Between(String name, long from, long to) implements Filter {}

  /// One of these rows.
  record Ids(String kind, Collection<Long> ids) implements Filter {}

  /// Not one of these rows.
  record NotIds(String kind, Collection<Long> ids) implements Filter {}

  /// Valid on that day.
  record ValidOn(LocalDate day) implements Filter {}
}
