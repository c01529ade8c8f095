package jianglian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jianglian.search.changes.Key;
import jianglian.search.question.Position;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class NewestTest {
  private static final int ENTRIES = 3_000;
  private static final int PAGE = 20;

  private record Entry(long time, String key, boolean rare) {
    static final Comparator<Entry> ORDER =
        Comparator.comparingLong(Entry::time).reversed().thenComparing(Entry::key);
  }

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void page_by_page_everything_comes_once_and_in_order() throws IOException {
    index(searcher -> {
      var keys = entries.stream().sorted(Entry.ORDER).map(Entry::key).toList();
      assertThat(pages(searcher, new MatchAllDocsQuery())).isEqualTo(keys);
    });
  }

  @Test
  void few_among_many_come_in_the_same_order() throws IOException {
    index(searcher -> {
      var keys = rare().sorted(Entry.ORDER).map(Entry::key).toList();
      assertThat(keys).hasSizeBetween(PAGE + 1, ENTRIES / 50);
      assertThat(pages(searcher, new TermQuery(new Term("rare", "true")))).isEqualTo(keys);
    });
  }

  @Test
  void what_was_taken_away_is_not_shown() throws IOException {
    index(
        searcher -> assertThat(pages(searcher, new TermQuery(new Term("gone", "true")))).isEmpty());
  }

  private Stream<Entry> rare() {
    return entries.stream().filter(Entry::rare);
  }

  private static List<String> pages(IndexSearcher searcher, Query query) throws IOException {
    var found = Found.of(searcher, query);
    var keys = new ArrayList<String>();
    Position after = null;
    while (true) {
      var page = Newest.of(found, PAGE, after);
      if (page.length == 0) return keys;
      for (var it : page) keys.add(Hits.key(searcher, it.doc).text());
      after = new Position(0, (Long) page[page.length - 1].fields[0], keys.getLast());
    }
  }

  private interface Asking {
    void of(IndexSearcher searcher) throws IOException;
  }

  /// Five segments; many entries of one day have the same time, as policies have.
  private void index(Asking asking) throws IOException {
    var config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, config)) {
        var random = new Random(7);
        for (var id = 1L; id <= ENTRIES; id++) {
          var time = random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(40) * 86_400_000L;
          var entry = new Entry(time, new Key("x", id).text(), random.nextInt(100) == 0);
          writer.addDocument(document(entry, id % 10 == 0));
          if (id % 10 > 0) entries.add(entry);
          if (id % (ENTRIES / 5) == 0) writer.commit();
        }
        writer.deleteDocuments(new Term("gone", "true"));
      }
      try (var reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(5);
        asking.of(new IndexSearcher(reader));
      }
    }
  }

  private static Document document(Entry entry, boolean gone) {
    var document = new Document();
    document.add(new LongField(Fields.AT, entry.time(), Store.NO));
    document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(entry.key())));
    document.add(new StringField("rare", String.valueOf(entry.rare()), Store.NO));
    document.add(new StringField("gone", String.valueOf(gone), Store.NO));
    return document;
  }
}
