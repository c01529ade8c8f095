package jianglian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import jianglian.search.SearchResult.Count;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class FacetCountsTest {
  private static final int ENTRIES = 5_000;
  private static final int RARE = 250;
  private static final FacetCounts COUNTS = new FacetCounts(List.of("one", "many", "unknown"));

  private final Map<String, Map<String, Long>> expected = new HashMap<>();
  private final Map<String, Map<String, Long>> expectedOfRare = new HashMap<>();
  private boolean rare;

  @Test
  void values_are_counted_over_all_entries_whether_they_have_none_one_or_many() throws IOException {
    index(searcher -> {
      var found = Found.of(searcher, new MatchAllDocsQuery());
      var counts = COUNTS.of(found);
      assertThat(found.total()).isEqualTo(ENTRIES);
      assertThat(sums(counts.get("one"))).isEqualTo(expected.get("one"));
      assertThat(sums(counts.get("many"))).isEqualTo(expected.get("many"));
      assertThat(counts.get("unknown")).isEmpty();
      assertThat(counts.get("many").stream().map(it -> -it.count()).toList()).isSorted();
    });
  }

  @Test
  void values_are_counted_over_the_few_entries_that_a_question_finds() throws IOException {
    index(searcher -> {
      var found = Found.of(searcher, new TermQuery(new Term("rare", "yes")));
      var counts = COUNTS.of(found);
      assertThat(found.total()).isEqualTo(ENTRIES / RARE);
      assertThat(sums(counts.get("one"))).isEqualTo(expectedOfRare.get("one"));
      assertThat(sums(counts.get("many"))).isEqualTo(expectedOfRare.get("many"));
    });
  }

  private interface Asking {
    void of(IndexSearcher searcher) throws IOException;
  }

  /// Asks an index of several segments, first on one thread, then in parts on two.
  private void index(Asking asking) throws IOException {
    try (var directory = new ByteBuffersDirectory();
        var threads = Executors.newFixedThreadPool(2)) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        var random = new Random(5);
        for (var i = 0; i < ENTRIES; i++) {
          var entry = new Document();
          rare = i % RARE == 0;
          if (rare) entry.add(new StringField("rare", "yes", Store.NO));
          for (var n = random.nextInt(2); n > 0; n--) put(entry, "one", "p" + random.nextInt(51));
          var first = random.nextInt(90);
          for (var n = random.nextInt(4); n > 0; n--) put(entry, "many", "i" + (first + n));
          writer.addDocument(entry);
          if (i == 1_700) writer.commit();
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(1);
        asking.of(new IndexSearcher(reader));
        asking.of(
            new IndexSearcher(reader, threads) {
              @Override
              protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
                return slices(leaves, 500, 5, true);
              }
            });
      }
    }
  }

  private void put(Document entry, String facet, String value) {
    entry.add(new SortedSetDocValuesField(Fields.facet(facet), new BytesRef(value)));
    expected.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, 1L, Long::sum);
    if (!rare) return;
    expectedOfRare.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, 1L, Long::sum);
  }

  private static Map<String, Long> sums(List<Count> counts) {
    return counts.stream().collect(Collectors.toMap(Count::value, Count::count));
  }
}
