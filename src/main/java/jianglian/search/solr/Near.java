package jianglian.search.solr;

import jianglian.search.embedding.Part;
import jianglian.search.question.Blend;
import jianglian.search.question.Card;
import org.apache.solr.common.SolrDocument;

/// An entry whose meaning was compared with the question: how far it is above the unrelated (the
/// better of title and text), when it is from (milliseconds since 1970), and its card.
record Near(String key, float meaning, long at, Card card) {
  private static final String TITLE_COSINE = "title_cosine";
  private static final String TEXT_COSINE = "text_cosine";

  /// Asks to be told what [#of] needs.
  static Asked ask(Asked asked, float[] vector) {
    return asked.tell(
        Schema.KEY,
        Schema.CARD,
        "at:field(at)",
        Meanings.cosine(asked, TITLE_COSINE, Part.TITLE, vector),
        Meanings.cosine(asked, TEXT_COSINE, Part.TEXT, vector));
  }

  static Near of(SolrDocument told) {
    var title = Meanings.cosine(told, TITLE_COSINE);
    var text = Meanings.cosine(told, TEXT_COSINE);
    var meaning =
        Math.max(title == null ? 0 : Blend.above(title), text == null ? 0 : Blend.above(text));
    var at = ((Number) told.getFieldValue(Schema.AT)).longValue();
    return new Near(SolrSearch.key(told), meaning, at, SolrSearch.card(told));
  }
}
