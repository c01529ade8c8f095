package jianglian.search.lucene;

import java.time.LocalDate;
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

  static Query of(Set<String> audiences, List<Filter> filters) {
    var all = new BooleanQuery.Builder();
    all.add(new MatchAllDocsQuery(), Occur.FILTER);
    if (!audiences.contains("all")) all.add(anyOf(Fields.VISIBILITY, audiences), Occur.FILTER);
    filters.forEach(it -> all.add(of(it), Occur.FILTER));
    return all.build();
  }

  private static Query of(Filter filter) {
    return switch (filter) {
      case Filter.Kinds(var kinds) -> anyOf(Fields.KIND, kinds);
      case Filter.Facet(var name, var values) -> anyOf(Fields.facet(name), values);
      case Filter.NotFacet(var name, var values) -> not(anyOf(Fields.facet(name), values));
      case Filter.FacetOrAbsent(var name, var values) ->
          either(anyOf(Fields.facet(name), values), not(new TermQuery(new Term(Fields.HAS, name))));
      case Filter.Between(var name, var from, var to) ->
          LongField.newRangeQuery(Fields.number(name), from, to);
      case Filter.Ids(var kind, var ids) -> anyOf(Fields.KEY, keys(kind, ids));
      case Filter.NotIds(var kind, var ids) -> not(anyOf(Fields.KEY, keys(kind, ids)));
      case Filter.ValidOn(var day) -> validOn(day);
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

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(new MatchAllDocsQuery(), Occur.FILTER)
        .add(query, Occur.MUST_NOT)
        .build();
  }
}
