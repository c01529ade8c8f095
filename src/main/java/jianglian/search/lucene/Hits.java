package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jianglian.search.SearchResult.Hit;
import jianglian.search.changes.Key;
import jianglian.search.question.Card;
import jianglian.search.question.Highlights;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Documents as people see them; without highlights only which they are.
record Hits(IndexSearcher searcher, @Nullable Highlights highlights) {
  private static final Set<String> STORED = Set.of(Fields.STORED_TEXT);

  List<Hit> of(ScoreDoc[] documents, int most) throws IOException {
    var hits = new ArrayList<Hit>();
    for (var i = 0; i < Math.min(most, documents.length); i++) {
      var document = documents[i].doc;
      var key = key(searcher, document);
      var score = Float.isNaN(documents[i].score) ? 0 : documents[i].score;
      hits.add(new Hit(key.kind(), key.id(), score, title(document), snippet(document)));
    }
    return hits;
  }

  private String title(int document) throws IOException {
    return highlights == null ? "" : highlights.all(card(searcher, document).title());
  }

  private String snippet(int document) throws IOException {
    if (highlights == null) return "";
    var text = searcher.storedFields().document(document, STORED).get(Fields.STORED_TEXT);
    return highlights.snippet(text == null ? "" : text);
  }

  static Key key(IndexSearcher searcher, int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    return Key.of(key(leaf, document - leaf.docBase).utf8ToString());
  }

  /// The key's letters; `document`: its number in the segment.
  static BytesRef key(LeafReaderContext leaf, int document) throws IOException {
    var keys = DocValues.getSorted(leaf.reader(), Fields.KEY);
    if (!keys.advanceExact(document)) throw new IOException("no key");
    return BytesRef.deepCopyOf(keys.lookupOrd(keys.ordValue()));
  }

  static Card card(IndexSearcher searcher, int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var cards = DocValues.getBinary(leaf.reader(), Fields.CARD);
    if (!cards.advanceExact(document - leaf.docBase)) throw new IOException("no card");
    var card = cards.binaryValue();
    return Card.of(card.bytes, card.offset, card.length);
  }
}
