package jianglian.search.lucene;

import java.io.IOException;
import jianglian.search.question.Clause;
import jianglian.search.question.Question;
import jianglian.search.question.Unit;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A question as Lucene asks it.
record TextQuery(Question question) {
  Query query(IndexSearcher searcher) throws IOException {
    var any = new BooleanQuery.Builder();
    if (!question.units().isEmpty()) any.add(words(searcher), Occur.SHOULD);
    for (var code : question.codes()) {
      var exact = new ConstantScoreQuery(new TermQuery(new Term(Fields.CODE, code)));
      any.add(new BoostQuery(exact, Question.CODE), Occur.SHOULD);
    }
    var called = new ConstantScoreQuery(new TermQuery(new Term(Fields.NAME, question.name())));
    any.add(new BoostQuery(called, Question.NAME), Occur.SHOULD);
    return any.build();
  }

  private Query words(IndexSearcher searcher) throws IOException {
    var enough = new BooleanQuery.Builder();
    question.units().forEach(it -> enough.add(query(it), Occur.SHOULD));
    enough.setMinimumNumberShouldMatch(question.needed());
    var all = new BooleanQuery.Builder().add(enough.build(), Occur.MUST);
    for (var seam : question.seams()) {
      for (var field : Fields.values()) {
        var pair = new TermQuery(new Term(field.grams, seam));
        all.add(new BoostQuery(pair, Question.SEAM * field.weight), Occur.SHOULD);
      }
    }
    return new BoostQuery(all.build(), question.scale(informativeness(searcher)));
  }

  private float informativeness(IndexSearcher searcher) throws IOException {
    var sum = 0f;
    for (var word : question.words()) sum += Informativeness.of(searcher, word);
    return sum;
  }

  private static Query query(Unit unit) {
    var any = new BooleanQuery.Builder();
    for (var field : Fields.values()) {
      for (var clause : unit.clauses(field.weight)) any.add(query(field, clause), Occur.SHOULD);
    }
    return any.build();
  }

  static Query query(Fields field, Clause clause) {
    var query =
        switch (clause.way()) {
          case WORDS -> words(field, clause);
          case LETTERS -> letters(field, clause);
          case BEGINNING ->
              new ConstantScoreQuery(
                  new PrefixQuery(new Term(field.grams, clause.terms().getFirst())));
        };
    return new BoostQuery(query, clause.weight());
  }

  private static Query words(Fields field, Clause clause) {
    if (clause.terms().size() == 1)
      return new TermQuery(new Term(field.words, clause.terms().getFirst()));
    var all = new BooleanQuery.Builder();
    clause.terms().forEach(it -> all.add(new TermQuery(new Term(field.words, it)), Occur.MUST));
    return all.build();
  }

  private static Query letters(Fields field, Clause clause) {
    if (clause.terms().size() == 1)
      return new TermQuery(new Term(field.grams, clause.terms().getFirst()));
    var phrase = new PhraseQuery.Builder();
    clause.terms().forEach(it -> phrase.add(new Term(field.grams, it)));
    return phrase.build();
  }
}
