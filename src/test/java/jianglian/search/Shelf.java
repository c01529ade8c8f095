package jianglian.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// A source of searchable rows for tests, of a kind of its own; what is put is logged as changed in
/// a committed transaction.
@TestComponent
public class Shelf implements SearchSource {
  public static final String KIND = "book";

  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, SearchEntry> entries = new ConcurrentSkipListMap<>();
  private final Set<Long> broken = ConcurrentHashMap.newKeySet();
  private final SearchChanges changes;
  private final TransactionTemplate transaction;

  Shelf(SearchChanges changes, TransactionTemplate transaction) {
    this.changes = changes;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<SearchEntry> load(Collection<Long> wanted) {
    if (wanted.stream().anyMatch(broken::contains)) throw new IllegalStateException("broken row");
    return wanted.stream().filter(entries::containsKey).map(entries::get).toList();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    return entries.keySet().stream().filter(it -> it > after).sorted().limit(size).toList();
  }

  public Book book(String title) {
    return new Book(ids.incrementAndGet(), title);
  }

  /// A row that fails whenever it is read, until [#mend].
  public long breaking() {
    var id = ids.incrementAndGet();
    broken.add(id);
    transaction.executeWithoutResult(_ -> changes.changed(KIND, id));
    return id;
  }

  public void mend() {
    broken.clear();
  }

  public void remove(long id) {
    transaction.executeWithoutResult(_ -> {
      entries.remove(id);
      changes.changed(KIND, id);
    });
  }

  /// Takes everything off the shelf.
  public void clear() {
    transaction.executeWithoutResult(_ -> {
      var all = List.copyOf(entries.keySet());
      entries.clear();
      changes.changed(KIND, all);
    });
  }

  /// Builds an entry with believable defaults.
  public final class Book {
    public final long id;
    private String title;
    private String text = "";
    private List<String> keywords = List.of();
    private @Nullable String code;
    private Set<String> visibility = Set.of("public");
    private Map<String, Set<String>> facets = Map.of();
    private Map<String, Long> numbers = Map.of();
    private Instant at = Instant.parse("2026-06-01T00:00:00Z");
    private @Nullable LocalDate validUntil;

    private Book(long id, String title) {
      this.id = id;
      this.title = title;
    }

    public Book called(String title) {
      this.title = title;
      return this;
    }

    public Book text(String text) {
      this.text = text;
      return this;
    }

    public Book keywords(String... keywords) {
      this.keywords = List.of(keywords);
      return this;
    }

    public Book code(String code) {
      this.code = code;
      return this;
    }

    public Book seenBy(String... marks) {
      this.visibility = Set.of(marks);
      return this;
    }

    public Book facets(Map<String, Set<String>> facets) {
      this.facets = facets;
      return this;
    }

    public Book numbers(Map<String, Long> numbers) {
      this.numbers = numbers;
      return this;
    }

    public Book at(Instant at) {
      this.at = at;
      return this;
    }

    public Book validUntil(LocalDate day) {
      this.validUntil = day;
      return this;
    }

    public SearchEntry entry() {
      return new SearchEntry(
          KIND, id, "zh", visibility, title, text, keywords, code, facets, numbers, at, validUntil);
    }

    /// Puts the row without telling anyone.
    public long place() {
      entries.put(id, entry());
      return id;
    }

    public long put() {
      transaction.executeWithoutResult(_ -> {
        place();
        changes.changed(KIND, id);
      });
      return id;
    }
  }
}
