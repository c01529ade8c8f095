package jianglian.search.lucene;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import jianglian.search.SearchEntry;
import jianglian.search.changes.Key;
import jianglian.search.changes.Row;
import jianglian.search.embedding.Part;
import jianglian.search.question.Card;
import jianglian.search.question.Codes;
import jianglian.search.question.Sounds;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// An entry as Lucene holds it.
final class Documents {
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType GRAMS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  /// A snippet is never taken from further on.
  private static final int STORED = 20_000;

  /// Longer texts are cut, whatever they are: a search for words needs no more.
  private static final int INDEXED = 1_000_000;

  private Documents() {}

  static Document of(Row row) {
    var entry = row.entry();
    var document = new Document();
    var key = new Key(entry.kind(), entry.id()).text();
    document.add(new StringField(Fields.KEY, key, Store.NO));
    document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
    document.add(new KeywordField(Fields.KIND, entry.kind(), Store.NO));
    document.add(new LongField(Fields.AT, entry.at().toEpochMilli(), Store.NO));
    document.add(new LongField(Fields.VALID_UNTIL, lastDay(entry), Store.NO));
    entry
        .visibility()
        .forEach(it -> document.add(new StringField(Fields.VISIBILITY, it, Store.NO)));
    document.add(new BinaryDocValuesField(Fields.CARD, new BytesRef(Card.of(entry).bytes())));
    document.add(new StoredField(Fields.STORED_TEXT, cut(entry.text(), STORED)));
    texts(document, entry);
    sounds(document, entry);
    conditions(document, entry);
    lacks(document, row);
    row.vectors()
        .forEach((part, vector) ->
            document.add(
                new KnnFloatVectorField(
                    "vector." + part, vector, VectorSimilarityFunction.DOT_PRODUCT)));
    return document;
  }

  private static void lacks(Document document, Row row) {
    for (var part : Part.values()) {
      if (row.lacks(part)) document.add(new KeywordField(Fields.LACKS, part.code(), Store.NO));
    }
  }

  private static void texts(Document document, SearchEntry entry) {
    text(document, Fields.TITLE, entry.title());
    text(document, Fields.TEXT, cut(entry.text(), INDEXED));
    text(document, Fields.KEYWORDS, String.join("\n", entry.keywords()));
    if (entry.code() != null) {
      Codes.of(entry.code())
          .forEach(it -> document.add(new StringField(Fields.CODE, it, Store.NO)));
    }
  }

  private static void sounds(Document document, SearchEntry entry) {
    var sounds = new LinkedHashSet<>(Sounds.of(entry.title()));
    entry.keywords().forEach(it -> sounds.addAll(Sounds.of(it)));
    Sounds.whole(entry.title())
        .forEach(it -> document.add(new StringField(Fields.NAME, it, Store.NO)));
    document.add(new LongField(Fields.NAME_LENGTH, entry.title().length(), Store.NO));
    sounds.forEach(it -> document.add(new StringField(Fields.SOUND, it, Store.NO)));
    Sounds.beginnings(sounds)
        .forEach(it -> document.add(new StringField(Fields.SHORT_SOUND, it, Store.NO)));
  }

  private static void text(Document document, Fields field, String text) {
    document.add(new Field(field.words, text, WORDS));
    document.add(new Field(field.grams, text, GRAMS));
  }

  private static void conditions(Document document, SearchEntry entry) {
    entry
        .facets()
        .forEach((name, values) -> {
          if (values.isEmpty()) return;
          document.add(new StringField(Fields.HAS, name, Store.NO));
          values.forEach(it -> document.add(new KeywordField(Fields.facet(name), it, Store.NO)));
        });
    entry
        .numbers()
        .forEach(
            (name, value) -> document.add(new LongField(Fields.number(name), value, Store.NO)));
  }

  private static long lastDay(SearchEntry entry) {
    LocalDate until = entry.validUntil();
    return until == null ? Long.MAX_VALUE : until.toEpochDay();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static FieldType type(IndexOptions options) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
