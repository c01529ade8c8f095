package jianglian.publishing.harvest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in what a reading brought: proposes what is new or changed, and notes how it went. A
/// reading whose feed was paused, removed or read by another meanwhile leaves nothing.
@Component
class Finding {
  private static final Actor ACTOR = new Actor.Job("feed-harvest");

  private final FeedSources sources;
  private final Proposals proposals;
  private final Released released;
  private final AuditTrail audit;
  private final HarvestLimits limits;
  private final Clock clock;

  Finding(
      FeedSources sources,
      Proposals proposals,
      Released released,
      AuditTrail audit,
      HarvestLimits limits,
      Clock clock) {
    this.sources = sources;
    this.proposals = proposals;
    this.released = released;
    this.audit = audit;
    this.limits = limits;
    this.clock = clock;
  }

  @Transactional
  public void unchanged(FeedSource feed) {
    if (sources.holds(feed)) sources.noteReading(feed.unchanged(clock.instant(), limits));
  }

  @Transactional
  public void failed(FeedSource feed, FeedUnreadable why) {
    if (sources.holds(feed)) sources.noteReading(feed.failed(why, clock.instant(), limits));
  }

  @Transactional
  public void found(FeedSource feed, Fetched.Document document, FeedItems items) {
    if (!sources.holds(feed)) return;
    var now = clock.instant();
    boolean all = propose(feed, items.items(), now);
    // what could not be proposed for lack of room must be sent again
    var read = feed.read(items, now, limits);
    sources.noteReading(
        all ? read.marked(document.etag(), document.lastModified()) : read.marked(null, null));
  }

  /// False when more wait than may.
  private boolean propose(FeedSource feed, List<FeedItem> items, Instant now) {
    var known = proposals.known(feed.id(), items.stream().map(FeedItem::guid).toList());
    var undecided =
        items.stream()
            .filter(it -> !settled(it, known.getOrDefault(it.guid(), Proposals.Known.NOTHING)))
            .toList();
    var news = released.newsOf(feed.park(), undecided);
    proposals.supersede(overtaken(items, known));
    int room = Math.max(0, limits.waiting() - proposals.open(feed.id()));
    var taken = news.subList(0, Math.min(room, news.size()));
    if (!taken.isEmpty() && proposals.propose(feed.id(), taken.reversed(), now) > 0) {
      audit.record(
          Act.of(ACTOR, "feed-proposals-found", "feed", feed.id())
              .in(feed.park())
              .with(Map.of("count", taken.size())));
    }
    return taken.size() == news.size();
  }

  /// It waits already as it is now, or was decided as it is now.
  private static boolean settled(FeedItem item, Proposals.Known known) {
    var digest = item.digest();
    return digest.equals(known.openDigest()) || digest.equals(known.decidedDigest());
  }

  /// Open proposals of items that say something else now.
  private static List<Long> overtaken(List<FeedItem> items, Map<String, Proposals.Known> known) {
    var overtaken = new ArrayList<Long>();
    for (var item : items) {
      var one = known.get(item.guid());
      if (one == null || one.open() == null) continue;
      if (!item.digest().equals(one.openDigest())) overtaken.add(one.open());
    }
    return overtaken;
  }
}
