package jianglian.publishing.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult;
import jianglian.search.SearchResult.Count;
import jianglian.web.Slice;
import org.springframework.stereotype.Component;

/// Finds releases by the index and reads them from the tables through what the actor may see.
@Component
public class ReleaseSearch {
  private final SearchEngine engine;
  private final ReleaseReading releases;
  private final Clock clock;

  ReleaseSearch(SearchEngine engine, ReleaseReading releases, Clock clock) {
    this.engine = engine;
    this.releases = releases;
    this.clock = clock;
  }

  record Found(Slice<ReleaseCard> cards, long total, Map<String, List<Count>> facets) {}

  /// What everyone may read, with counts of facets.
  Found published(ReleaseQuery query, Actor actor) {
    return found(query.publicRequest(LocalDate.now(clock), ReleaseQuery.FACETS), actor);
  }

  /// The same without counts.
  public Slice<ReleaseCard> cards(ReleaseQuery query, Actor actor) {
    return found(query.publicRequest(LocalDate.now(clock), List.of()), actor).cards();
  }

  /// What everyone may read and what is the actor's park's own.
  Found visible(ReleaseQuery query, Actor actor) {
    return found(query.request(actor, LocalDate.now(clock)), actor);
  }

  private Found found(SearchRequest request, Actor actor) {
    var result = engine.search(request);
    var cards = cards(result, actor);
    return new Found(new Slice<>(cards, result.next()), result.total(), result.facets());
  }

  /// What has changed since the index read it, or is no longer for this reader, falls out here.
  private List<ReleaseCard> cards(SearchResult result, Actor actor) {
    if (result.hits().isEmpty()) return List.of();
    var known = releases.cards(result.hits().stream().map(SearchResult.Hit::id).toList(), actor);
    var cards = new ArrayList<ReleaseCard>();
    for (var hit : result.hits()) {
      var card = known.get(hit.id());
      if (card != null) cards.add(card.highlighted(hit.titleHtml(), hit.snippetHtml()));
    }
    return cards;
  }
}
