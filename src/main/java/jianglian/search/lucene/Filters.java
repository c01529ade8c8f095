package jianglian.search.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jianglian.search.Filter;
import jianglian.search.changes.Key;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Who may see what, and the conditions asked for, as one query of the index.
final class Filters {
  private Filters() {}

  /// What must hold of every document found, or, where it is not `wanted`, of none.
  record Condition(Query query, boolean wanted) {}

  static Query of(Set<String> audiences, List<Filter> filters) {
    var all = new BooleanQuery.Builder();
    all.add(new MatchAllDocsQuery(), Occur.FILTER);
    conditions(audiences, filters)
        .forEach(it -> all.add(it.query(), it.wanted() ? Occur.FILTER : Occur.MUST_NOT));
    return all.build();
  }

  static List<Condition> conditions(Set<String> audiences, List<Filter> filters) {
    var conditions = new ArrayList<Condition>();
    if (!audiences.contains("all")) {
      conditions.add(new Condition(anyOf(Fields.VISIBILITY, audiences), true));
    }
    filters.forEach(it -> conditions.add(of(it)));
    return conditions;
  }

  private static Condition of(Filter filter) {
    return switch (filter) {
      case Filter.NotFacet(var name, var values) ->
          new Condition(anyOf(Fields.facet(name), values), false);
      case Filter.NotIds(var kind, var ids) ->
          new Condition(anyOf(Fields.KEY, keys(kind, ids)), false);
      case Filter.Kinds(var kinds) -> new Condition(anyOf(Fields.KIND, kinds), true);
      case Filter.Facet(var name, var values) ->
          new Condition(anyOf(Fields.facet(name), values), true);
      case Filter.FacetOrAbsent(var name, var values) ->
          new Condition(others(name, anyOf(Fields.facet(name), values)), false);
      case Filter.Between(var name, var from, var to) ->
          new Condition(LongField.newRangeQuery(Fields.number(name), from, to), true);
      case Filter.Ids(var kind, var ids) -> new Condition(anyOf(Fields.KEY, keys(kind, ids)), true);
      case Filter.ValidOn(var day) -> new Condition(validOn(day), true);
    };
  }

  private static Query validOn(LocalDate day) {
    return LongField.newRangeQuery(Fields.VALID_UNTIL, day.toEpochDay(), Long.MAX_VALUE);
  }

  private static List<String> keys(String kind, Collection<Long> ids) {
    return ids.stream().map(it -> new Key(kind, it).text()).toList();
  }

  private static Query anyOf(String field, Collection<String> values) {
    if (values.size() == 1) return new TermQuery(new Term(field, values.iterator().next()));
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  /// What has the facet, but none of these values: often few, where those without it are many.
  private static Query others(String facet, Query values) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.HAS, facet)), Occur.FILTER)
        .add(values, Occur.MUST_NOT)
        .build();
  }
}
