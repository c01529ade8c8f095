package jianglian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.SearchEntry;
import jianglian.search.changes.Key;
import jianglian.search.changes.Row;
import jianglian.search.changes.Snapshot;
import org.apache.lucene.index.NoMergePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
  private static final int SEGMENTS = 30;

  @TempDir Path folder;

  @Test
  void many_segments_are_joined_to_few_and_that_is_made_durable() throws Exception {
    var index = Index.open(folder, NoMergePolicy.INSTANCE);
    for (var id = 1; id <= SEGMENTS; id++) put(index, id);
    assertThat(segments(index)).isEqualTo(SEGMENTS);
    var end = System.nanoTime() + 30_000_000_000L;
    while (segments(index) > 2 && System.nanoTime() < end) {
      assertThat(index.tidy()).isTrue();
      Thread.sleep(10);
    }
    assertThat(segments(index)).isLessThanOrEqualTo(2);
    index.busy();
    for (var id = SEGMENTS + 1; id <= 2 * SEGMENTS; id++) put(index, id);
    assertThat(segments(index)).isGreaterThan(SEGMENTS);
    assertThat(entries(index)).isEqualTo(2 * SEGMENTS);
    index.close();
  }

  @Test
  void what_was_joined_stays_so_after_a_commit() throws Exception {
    var mark = new Mark("here", new Snapshot("1:1:"));
    var index = Index.open(folder, NoMergePolicy.INSTANCE);
    for (var id = 1; id <= SEGMENTS; id++) put(index, id);
    index.commit(mark);
    while (segments(index) > 2) index.tidy();
    assertThat(index.tidy()).isTrue();
    index.commit(mark);
    assertThat(index.tidy()).isFalse();
    index.close();
    var again = Index.open(folder);
    assertThat(segments(again)).isLessThanOrEqualTo(2);
    assertThat(entries(again)).isEqualTo(SEGMENTS);
    again.close();
  }

  private static void put(Index index, long id) {
    var entry =
        new SearchEntry(
            "book",
            id,
            "zh",
            Set.of("public"),
            "第" + id + "本",
            "",
            List.of(),
            null,
            Map.of(),
            Map.of(),
            Instant.EPOCH,
            null);
    index.put(new Key("book", id), Documents.of(new Row(entry, Map.of())));
    index.refresh();
  }

  private static int segments(Index index) {
    return index.ask(it -> it.getIndexReader().leaves().size());
  }

  private static int entries(Index index) {
    return index.ask(it -> it.getIndexReader().numDocs());
  }
}
