package jianglian.search.solr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.search.SearchEntry;
import jianglian.search.changes.Key;
import jianglian.search.changes.Row;
import jianglian.search.embedding.Part;
import jianglian.search.question.Card;
import jianglian.search.question.Codes;
import jianglian.search.question.Place;
import jianglian.search.question.Sounds;
import jianglian.search.words.Folding;
import jianglian.search.words.Word;
import jianglian.search.words.Words;
import org.apache.solr.common.SolrInputDocument;

/// A row as Solr holds it: texts cut here, so that both engines find by the same words.
final class SolrDocuments {
  /// A snippet is never taken from further on.
  private static final int STORED = 20_000;

  /// Longer texts are cut, whatever they are: a search for words needs no more.
  private static final int INDEXED = 1_000_000;

  private SolrDocuments() {}

  /// `written` grows with every writing; the higher wins.
  static SolrInputDocument of(Row row, long written) {
    var entry = row.entry();
    var document = gone(new Key(entry.kind(), entry.id()), written);
    document.setField(Schema.KIND, entry.kind());
    document.setField(Schema.AT, entry.at().toEpochMilli());
    document.setField(Schema.VALID_UNTIL, lastDay(entry));
    var marks = new LinkedHashSet<>(entry.visibility());
    marks.add(Schema.ALL);
    document.setField(Schema.VISIBILITY, marks);
    document.setField(Schema.CARD, Card.of(entry).bytes());
    document.setField(Schema.TEXT, cut(entry.text(), STORED));
    texts(document, entry);
    sounds(document, entry);
    conditions(document, entry);
    for (var part : Part.values()) {
      if (row.lacks(part)) document.addField(Schema.LACKS, part.code());
      var vector = row.vectors().get(part.code());
      if (vector != null) document.setField(Schema.vector(part), floats(vector));
    }
    return document;
  }

  /// What stands in the place of a row that is gone, so that an older state of it cannot return; it
  /// carries no mark and is never found.
  static SolrInputDocument gone(Key key, long written) {
    var document = new SolrInputDocument();
    document.setField(Schema.KEY, key.text());
    document.setField(Schema.WRITTEN, written);
    document.setField(Schema.AT, System.currentTimeMillis());
    return document;
  }

  private static void texts(SolrInputDocument document, SearchEntry entry) {
    text(document, Place.TITLE, entry.title());
    text(document, Place.TEXT, cut(entry.text(), INDEXED));
    text(document, Place.KEYWORDS, String.join("\n", entry.keywords()));
    if (entry.code() != null) document.setField(Schema.CODE, Codes.of(entry.code()));
  }

  private static void text(SolrInputDocument document, Place place, String text) {
    var folded = Folding.fold(text);
    var spelled = Words.spelled(folded);
    document.setField(Schema.words(place), spaced(Words.telling(folded)));
    document.setField(Schema.grams(place), spaced(spelled));
    if (!spelled.isEmpty()) document.setField(Schema.length(place), spelled.size());
  }

  private static String spaced(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  private static void sounds(SolrInputDocument document, SearchEntry entry) {
    var sounds = new LinkedHashSet<>(Sounds.of(entry.title()));
    entry.keywords().forEach(it -> sounds.addAll(Sounds.of(it)));
    document.setField(Schema.NAME, Sounds.whole(entry.title()));
    document.setField(Schema.NAME_LENGTH, entry.title().length());
    document.setField(Schema.SOUND, sounds);
    document.setField(Schema.SHORT_SOUND, Sounds.beginnings(sounds));
  }

  private static void conditions(SolrInputDocument document, SearchEntry entry) {
    entry
        .facets()
        .forEach((name, values) -> {
          if (values.isEmpty()) return;
          document.addField(Schema.HAS, name);
          document.setField(Schema.facet(name), values);
        });
    entry.numbers().forEach((name, value) -> document.setField(Schema.number(name), value));
  }

  private static long lastDay(SearchEntry entry) {
    LocalDate until = entry.validUntil();
    return until == null ? Long.MAX_VALUE : until.toEpochDay();
  }

  private static List<Float> floats(float[] vector) {
    var floats = new ArrayList<Float>(vector.length);
    for (var value : vector) floats.add(value);
    return floats;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
