package jianglian.publishing.reading;

import java.time.Instant;
import java.util.List;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The newest releases of a search with their texts.
@Component
public class ReleaseFeed {
  private static final int ENTRIES = 50;

  private final ReleaseSearch search;
  private final ReleaseReading releases;

  ReleaseFeed(ReleaseSearch search, ReleaseReading releases) {
    this.search = search;
    this.releases = releases;
  }

  public record Entry(
      long id,
      String kind,
      String title,
      String lead,
      String html,
      @Nullable String author,
      Instant at) {}

  public List<Entry> entries(ReleaseQuery query, Actor actor) {
    var cards = search.cards(query.newest(ENTRIES), actor).items();
    var bodies = releases.bodies(cards.stream().map(ReleaseCard::id).toList());
    return cards.stream()
        .map(it ->
            new Entry(
                it.id(),
                it.kind(),
                it.title(),
                it.lead(),
                bodies.getOrDefault(it.id(), ""),
                it.issuer() == null ? it.park() : it.issuer(),
                it.at()))
        .toList();
  }
}
