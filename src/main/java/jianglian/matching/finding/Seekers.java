package jianglian.matching.finding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import jianglian.search.Vectors;
import org.springframework.stereotype.Component;

/// Turns rows into seekers.
@Component
public class Seekers {
  private final Map<String, SearchSource> sources;
  private final Vectors vectors;

  Seekers(List<SearchSource> sources, Vectors vectors) {
    this.sources =
        sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
    this.vectors = vectors;
  }

  /// With the vectors stored so far.
  public Optional<Seeker> stored(String kind, long id) {
    return entry(kind, id).map(it -> new Seeker(it, vectors.of(kind, id)));
  }

  /// Many at once, by id; what is gone is missing.
  public Map<Long, Seeker> stored(String kind, Collection<Long> ids) {
    var source = sources.get(kind);
    if (source == null || ids.isEmpty()) return Map.of();
    var known = vectors.of(kind, ids);
    return source.load(ids).stream()
        .map(it -> new Seeker(it, known.getOrDefault(it.id(), Map.of())))
        .collect(Collectors.toMap(it -> it.entry().id(), Function.identity()));
  }

  /// With vectors made now, ahead of any backlog.
  public Optional<Seeker> ready(String kind, long id) {
    return entry(kind, id)
        .map(it -> new Seeker(it, vectors.ensure(kind, id, it.title(), it.text())));
  }

  /// Whether any module brings rows of this kind.
  public boolean know(String kind) {
    return sources.containsKey(kind);
  }

  /// The rows of these ids as they stand now, of those everyone may see; what is gone is left out.
  public Map<Long, SearchEntry> publicOnes(String kind, Collection<Long> ids) {
    var source = sources.get(kind);
    if (source == null || ids.isEmpty()) return Map.of();
    return source.load(ids).stream()
        .filter(it -> it.visibility().contains("public"))
        .collect(Collectors.toMap(SearchEntry::id, Function.identity()));
  }

  Optional<SearchEntry> entry(String kind, long id) {
    var source = sources.get(kind);
    return source == null ? Optional.empty() : source.load(List.of(id)).stream().findFirst();
  }
}
