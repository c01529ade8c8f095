package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jianglian.search.Suggestion;
import jianglian.search.question.Sounds;
import jianglian.search.question.Spelling;
import jianglian.search.question.Typing;
import jianglian.search.words.Words;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Names, titles and keywords for what is being typed.
record Suggest(IndexSearcher searcher, Typing typing, Set<String> audiences, long moment) {
  List<Suggestion> run() throws IOException {
    if (typing.nothing()) return List.of();
    var found = new ArrayList<Typing.Found>();
    for (var document : searcher.search(query(), Typing.LOOKED_AT).scoreDocs) {
      found.add(
          new Typing.Found(Hits.key(searcher, document.doc), Hits.card(searcher, document.doc)));
    }
    return typing.suggestions(found);
  }

  private Query query() {
    var query =
        new BooleanQuery.Builder()
            .add(Filters.of(audiences, List.of()), Occur.FILTER)
            .add(matching(), Occur.FILTER)
            .add(
                LongField.newDistanceFeatureQuery(Fields.AT, 1, moment, Typing.HALF_AS_FRESH),
                Occur.SHOULD)
            .add(
                LongField.newDistanceFeatureQuery(Fields.NAME_LENGTH, 1, 0, Typing.HALF_LENGTH),
                Occur.SHOULD)
            .add(
                constant(new PrefixQuery(new Term(Fields.NAME, typing.typed())), Typing.BEGINS),
                Occur.SHOULD)
            .add(
                constant(new TermQuery(new Term(Fields.NAME, typing.typed())), Typing.EXACT),
                Occur.SHOULD);
    Typing.KINDS.forEach((kind, weight) ->
        query.add(constant(new TermQuery(new Term(Fields.KIND, kind)), weight), Occur.SHOULD));
    return query.build();
  }

  private static Query constant(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }

  private Query matching() {
    var typed = typing.typed();
    if (Words.han(typed)) {
      var any = new BooleanQuery.Builder();
      for (var field : List.of(Fields.TITLE, Fields.KEYWORDS)) {
        for (var it : Spelling.of(typed).clauses(1))
          any.add(TextQuery.query(field, it), Occur.SHOULD);
      }
      return any.build();
    }
    return typed.length() <= Sounds.SHORT
        ? new TermQuery(new Term(Fields.SHORT_SOUND, typed))
        : new PrefixQuery(new Term(Fields.SOUND, typed));
  }
}
