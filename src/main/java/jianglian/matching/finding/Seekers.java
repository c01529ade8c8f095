package jianglian.matching.finding;

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

  /// With vectors made now, ahead of any backlog.
  public Optional<Seeker> ready(String kind, long id) {
    return entry(kind, id)
        .map(it -> new Seeker(it, vectors.ensure(kind, id, it.title(), it.text())));
  }

  private Optional<SearchEntry> entry(String kind, long id) {
    var source = sources.get(kind);
    return source == null ? Optional.empty() : source.load(List.of(id)).stream().findFirst();
  }
}
