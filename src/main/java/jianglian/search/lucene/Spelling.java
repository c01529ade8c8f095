package jianglian.search.lucene;

import java.util.List;
import jianglian.search.words.Word;
import jianglian.search.words.Words;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// One way of writing what is asked for, and the words it is cut into.
record Spelling(String text, List<String> words) {
  private static final float GRAMS = 0.4f;

  static Spelling of(String folded) {
    return new Spelling(folded, Words.of(folded).stream().map(Word::text).toList());
  }

  /// Found as words, all of them in the field, or as letters inside other words. Of a word of two
  /// letters nearly every field that has the letters has it as a word too, so that one list says
  /// what two would.
  void addTo(BooleanQuery.Builder any, Fields field, float weight) {
    var han = text.chars().allMatch(Character::isIdeographic);
    if (han && text.length() == 2) {
      any.add(boost(asLetters(field), weight * (1 + GRAMS)), Occur.SHOULD);
      return;
    }
    if (!words.isEmpty()) any.add(boost(asWords(field), weight), Occur.SHOULD);
    if (han) any.add(boost(asLetters(field), weight * GRAMS), Occur.SHOULD);
  }

  private Query asWords(Fields field) {
    if (words.size() == 1) return new TermQuery(new Term(field.words, words.getFirst()));
    var all = new BooleanQuery.Builder();
    words.forEach(it -> all.add(new TermQuery(new Term(field.words, it)), Occur.MUST));
    return all.build();
  }

  private Query asLetters(Fields field) {
    if (text.length() == 1) {
      return new ConstantScoreQuery(new PrefixQuery(new Term(field.grams, text)));
    }
    if (text.length() == 2) return new TermQuery(new Term(field.grams, text));
    var phrase = new PhraseQuery.Builder();
    for (var at = 0; at + 2 <= text.length(); at++) {
      phrase.add(new Term(field.grams, text.substring(at, at + 2)));
    }
    return phrase.build();
  }

  private static Query boost(Query query, float weight) {
    return new BoostQuery(query, weight);
  }
}
