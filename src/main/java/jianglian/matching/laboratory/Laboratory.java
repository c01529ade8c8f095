package jianglian.matching.laboratory;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jianglian.audit.Actor;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Origin;
import jianglian.cooperation.Side;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.laboratory.Samples.Item;
import jianglian.matching.model.Pair;
import jianglian.search.Embedder;
import jianglian.search.SearchEngine;
import jianglian.search.SearchEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A corpus of offers in an instance of its own, and needs that are matched with it.
@Component
public class Laboratory {
  private static final Actor ACTOR = new Actor.Job("laboratory");
  private static final int BATCH = 1000;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final ListingBook book;
  private final SearchEngine engine;
  private final Embedder embedder;
  private final Matcher matcher;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<Long, String> offers = new HashMap<>();

  Laboratory(
      ListingBook book,
      SearchEngine engine,
      Embedder embedder,
      Matcher matcher,
      TransactionTemplate transaction,
      Clock clock) {
    this.book = book;
    this.engine = engine;
    this.embedder = embedder;
    this.matcher = matcher;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Brings the offers in and waits until they are indexed with their vectors.
  public void fill(Collection<Item> items, long park, Consumer<String> progress) {
    var all = new ArrayList<>(items);
    for (var from = 0; from < all.size(); from += BATCH) {
      var batch = all.subList(from, Math.min(from + BATCH, all.size()));
      transaction.executeWithoutResult(_ -> batch.forEach(it -> add(it, park)));
    }
    var end = clock.instant().plus(PATIENCE);
    engine.await(PATIENCE);
    while (engine.vectorBacklog().texts() > 0) {
      if (clock.instant().isAfter(end)) throw new IllegalStateException("vectors take too long");
      progress.accept("vectors to go: " + engine.vectorBacklog().texts());
      pause();
    }
    engine.await(PATIENCE);
  }

  private void add(Item item, long park) {
    var now = clock.instant();
    var draft =
        Listing.draft(
            Side.OFFER,
            park,
            null,
            item.id(),
            content(item),
            LocalDate.now(clock).plusYears(1),
            null,
            now);
    var added = book.open(draft.submit(Origin.ALLIANCE, false, now), ACTOR, false);
    if (added != null) offers.put(added.id(), item.id());
  }

  private static ListingContent content(Item item) {
    return new ListingContent(
        item.title(),
        item.text(),
        ListingType.TECHNOLOGY,
        List.of(),
        List.of(),
        List.of(),
        Amount.UNKNOWN,
        null,
        null,
        "zh");
  }

  /// Every offer of the corpus as a pair with this need, by the offer's id. So many are asked for
  /// that each of the engine's lists holds them all.
  public Map<String, Pair> pairs(Item need) {
    var pairs = new HashMap<String, Pair>();
    for (var pair : matcher.pairs(seeker(need), Pairing.NEED_OFFER, List.of(), 2 * offers.size())) {
      pairs.put(name(pair), pair);
    }
    return pairs;
  }

  /// The best offers as the pages would show them, best first, by id.
  public Map<String, Double> ranking(Item need, int size) {
    var ranking = new LinkedHashMap<String, Double>();
    matcher
        .find(seeker(need), Pairing.NEED_OFFER, List.of(), size)
        .forEach(it -> ranking.put(name(it.pair()), it.score()));
    return ranking;
  }

  public Found scored(Pair pair) {
    return matcher.scored(pair);
  }

  private String name(Pair pair) {
    return offers.getOrDefault(pair.found().id(), "");
  }

  private Seeker seeker(Item need) {
    var text = need.text().isBlank() ? need.title() : need.text();
    var entry =
        new SearchEntry(
            "need",
            0,
            "zh",
            Set.of("public"),
            need.title(),
            text,
            List.of(),
            null,
            Map.of("type", Set.of(ListingType.TECHNOLOGY.code())),
            Map.of(),
            clock.instant(),
            null);
    return new Seeker(
        entry, Map.of("title", embedder.embed(need.title()), "text", embedder.embed(text)));
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
