package jianglian.search.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import jianglian.search.embedding.Part;
import jianglian.search.embedding.StoredVectors;
import jianglian.search.embedding.StoredVectors.Stored;
import org.springframework.stereotype.Component;

/// All modules' rows, with the vectors stored for them.
@Component
public class Sources {
  private static final int PAGE = 500;

  private final Map<String, SearchSource> byKind;
  private final StoredVectors vectors;

  Sources(List<SearchSource> sources, StoredVectors vectors) {
    this.byKind =
        sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
    this.vectors = vectors;
  }

  /// The rows of those keys that have one now.
  public Map<Key, Row> load(Collection<Key> keys) {
    var rows = new HashMap<Key, Row>();
    keys.stream()
        .collect(Collectors.groupingBy(Key::kind, Collectors.mapping(Key::id, Collectors.toList())))
        .forEach((kind, ids) -> load(kind, ids, rows));
    return rows;
  }

  /// The pages of all keys there are.
  public Iterator<List<Key>> all() {
    return byKind.values().stream()
        .flatMap(source -> StreamSupport.stream(pages(source).spliterator(), false))
        .iterator();
  }

  private void load(String kind, List<Long> ids, Map<Key, Row> into) {
    var source = byKind.get(kind);
    if (source == null) return;
    var stored = vectors.of(kind, ids);
    for (var it : source.load(ids)) {
      var row = new Row(it, current(it, stored.getOrDefault(it.id(), Map.of())));
      into.put(new Key(kind, it.id()), row);
    }
  }

  /// Only vectors of the text as it stands.
  private static Map<String, float[]> current(SearchEntry entry, Map<Part, Stored> stored) {
    var current = new HashMap<String, float[]>();
    stored.forEach((part, it) -> {
      var text = part == Part.TITLE ? entry.title() : entry.text();
      if (it.digest().equals(part.digest(text))) current.put(part.code(), it.vector());
    });
    return current;
  }

  private static Iterable<List<Key>> pages(SearchSource source) {
    return () ->
        new Iterator<>() {
          private List<Long> ids = source.idsAfter(0, PAGE);

          @Override
          public boolean hasNext() {
            return !ids.isEmpty();
          }

          @Override
          public List<Key> next() {
            if (ids.isEmpty()) throw new NoSuchElementException();
            var page = new ArrayList<Key>();
            for (var id : ids) page.add(new Key(source.kind(), id));
            ids = source.idsAfter(ids.getLast(), PAGE);
            return page;
          }
        };
  }
}
