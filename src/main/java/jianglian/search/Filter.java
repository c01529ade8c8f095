package jianglian.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/// A condition every hit must meet; evaluated by the index, never by throwing hits away afterwards.
public sealed interface Filter {
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

  /// Not one of these rows.
  record NotIds(String kind, Collection<Long> ids) implements Filter {}

  /// Valid on that day.
  record ValidOn(LocalDate day) implements Filter {}
}
