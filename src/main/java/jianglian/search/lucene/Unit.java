package jianglian.search.lucene;

import java.util.List;
import java.util.stream.Stream;
import jianglian.search.words.Synonyms;
import jianglian.search.words.Word;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// One thing a search asks for: as it was typed, and other words that mean the same.
record Unit(Spelling typed, List<Spelling> synonyms) {
  private static final float SYNONYM = 0.7f;

  static Unit of(Word word, Synonyms synonyms) {
    return new Unit(
        Spelling.of(word.text()), synonyms.of(word).stream().map(Spelling::of).toList());
  }

  Stream<Spelling> spellings() {
    return Stream.concat(Stream.of(typed), synonyms.stream());
  }

  Query query() {
    var any = new BooleanQuery.Builder();
    for (var field : Fields.values()) {
      typed.addTo(any, field, field.weight);
      for (var synonym : synonyms) synonym.addTo(any, field, field.weight * SYNONYM);
    }
    return any.build();
  }
}
