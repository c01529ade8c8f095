package jianglian.matching.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// A source of events for tests, as a module of events will bring them.
@TestComponent
public class Agenda implements SearchSource {
  private final Map<Long, SearchEntry> entries = new ConcurrentSkipListMap<>();
  private final SearchChanges changes;
  private final TransactionTemplate transaction;

  Agenda(SearchChanges changes, TransactionTemplate transaction) {
    this.changes = changes;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return "event";
  }

  @Override
  public List<SearchEntry> load(Collection<Long> ids) {
    return ids.stream().filter(entries::containsKey).map(entries::get).toList();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    return entries.keySet().stream().filter(it -> it > after).limit(size).toList();
  }

  void put(long id, String title, String text, Map<String, Set<String>> facets, LocalDate begins) {
    var all = new HashMap<>(facets);
    all.put("kind", Set.of("event"));
    var day = begins.toEpochDay();
    var numbers = Map.of("begins", day, "ends", day);
    var entry =
        new SearchEntry(
            "event",
            id,
            "zh",
            Set.of("public"),
            title,
            text,
            List.of(),
            null,
            all,
            numbers,
            Instant.parse("2026-11-01T00:00:00Z"),
            null);
    transaction.executeWithoutResult(_ -> {
      entries.put(id, entry);
      changes.changed("event", id);
    });
  }

  /// Takes the row away without telling the index.
  void lose(long id) {
    entries.remove(id);
  }

  void clear() {
    transaction.executeWithoutResult(_ -> {
      var ids = List.copyOf(entries.keySet());
      entries.clear();
      changes.changed("event", ids);
    });
  }
}
