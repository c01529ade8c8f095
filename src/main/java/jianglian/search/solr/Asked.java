package jianglian.search.solr;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jianglian.search.Filter;
import jianglian.search.changes.Key;
import org.apache.solr.common.params.ModifiableSolrParams;

/// The parameters of one question to Solr. What people typed is only ever the value of a parameter
/// or stands in quotation marks, never syntax.
final class Asked {
  /// Between values; no value of a filter holds it.
  private static final char BETWEEN = '\u001f';

  private static final String STATISTICS = "distrib.statsCache";

  private final ModifiableSolrParams params = new ModifiableSolrParams();
  private int named;

  /// The entries that these marks open, under these conditions.
  static Asked of(Set<String> audiences, List<Filter> filters) {
    var asked = new Asked();
    asked.condition(
        Schema.VISIBILITY, audiences.contains(Schema.ALL) ? Set.of(Schema.ALL) : audiences);
    filters.forEach(asked::filter);
    asked.params.set(STATISTICS, false);
    return asked;
  }

  /// Everything there is.
  static Asked all() {
    return of(Set.of(Schema.ALL), List.of());
  }

  Asked copy() {
    var copy = new Asked();
    copy.params.add(params);
    copy.named = named;
    return copy;
  }

  ModifiableSolrParams params() {
    return params;
  }

  /// Words are scored by how rare they are in all shards together, which costs a round of its own.
  Asked overAllShards() {
    params.set(STATISTICS, true);
    return this;
  }

  Asked set(String name, String... values) {
    params.set(name, values);
    return this;
  }

  Asked rows(int rows) {
    params.set("rows", rows);
    return this;
  }

  /// What is told of each; in one round instead of two, which pays for few fields.
  Asked tell(String... fields) {
    params.set("fl", String.join(",", fields));
    params.set("distrib.singlePass", true);
    return this;
  }

  /// A parameter of its own for the value; its name with the sign in front.
  String name(String value) {
    var name = "p" + named++;
    params.set(name, value);
    return "$" + name;
  }

  void keys(Collection<String> keys) {
    params.add(
        "fq",
        "{!terms f=key separator=' ' cache=false v=%s}".formatted(name(String.join(" ", keys))));
  }

  void notKeys(Collection<String> keys) {
    if (keys.isEmpty()) return;
    params.add(
        "fq", not("{!terms f=key separator=' ' v=%s}".formatted(name(String.join(" ", keys)))));
  }

  void uncached(String query) {
    params.add("fq", query);
  }

  private String not(String query) {
    return "{!bool cache=false filter='*:*' must_not=%s}".formatted(name(query));
  }

  private void filter(Filter filter) {
    switch (filter) {
      case Filter.Kinds(var kinds) -> condition(Schema.KIND, kinds);
      case Filter.Facet(var name, var values) -> condition(Schema.facet(name), values);
      case Filter.NotFacet(var name, var values) ->
          condition(
              "{!bool filter='*:*' must_not=%s}"
                  .formatted(name(anyOf(Schema.facet(name), values))));
      case Filter.FacetOrAbsent(var name, var values) -> {
        var none =
            "{!bool filter='*:*' must_not=%s}".formatted(name(anyOf(Schema.HAS, Set.of(name))));
        condition(
            "{!bool should=%s should=%s}"
                .formatted(name(anyOf(Schema.facet(name), values)), name(none)));
      }
      case Filter.Between(var name, var from, var to) ->
          condition("%s:[%d TO %d]".formatted(Schema.number(name), from, to));
      case Filter.Ids(var kind, var ids) ->
          keys(ids.stream().map(it -> new Key(kind, it).text()).toList());
      case Filter.NotIds(var kind, var ids) ->
          notKeys(ids.stream().map(it -> new Key(kind, it).text()).toList());
      case Filter.ValidOn(var day) -> validOn(day);
    }
  }

  private void validOn(LocalDate day) {
    condition("%s:[%d TO *]".formatted(Schema.VALID_UNTIL, day.toEpochDay()));
  }

  private void condition(String field, Collection<String> values) {
    condition(anyOf(field, values));
  }

  private void condition(String query) {
    params.add("fq", query);
  }

  private String anyOf(String field, Collection<String> values) {
    var known = values.stream().filter(Predicate.not(String::isEmpty)).sorted();
    return "{!terms f=%s separator='\\u001f' v=%s}"
        .formatted(field, name(known.collect(Collectors.joining(String.valueOf(BETWEEN)))));
  }

  /// For Solr's own syntax, as one exact value.
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
