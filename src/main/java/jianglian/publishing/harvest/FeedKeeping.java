package jianglian.publishing.harvest;

import java.time.Clock;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.publishing.ReleaseKind;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a park's administrators do with its feeds. Its liaison officers see them and decide about
/// proposals, but where the platform goes to read is the administrators' word.
@Component
class FeedKeeping {
  private static final int MOST = 20;

  private final FeedSources sources;
  private final Proposals proposals;
  private final AuditTrail audit;
  private final Clock clock;

  FeedKeeping(FeedSources sources, Proposals proposals, AuditTrail audit, Clock clock) {
    this.sources = sources;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public long add(long park, FeedForm form, Actor.Person person) {
    if (sources.count(park) >= MOST) throw new InvalidInput("/url", "harvest.too-many", MOST);
    var id =
        sources
            .add(park, form.url(), form.name(), form.kind(), clock.instant())
            .orElseThrow(() -> new InvalidInput("/url", "harvest.there-already"));
    audit.record(
        Act.of(person, "feed-added", "feed", id)
            .in(park)
            .with(Map.of("url", form.url(), "name", form.name(), "kind", form.kind().code())));
    return id;
  }

  @Transactional
  public void describe(long id, String name, ReleaseKind kind, Actor.Person person) {
    var feed = kept(id, person);
    if (feed.name().equals(name) && feed.kind() == kind) return;
    sources.describe(id, name, kind);
    audit.record(act("feed-changed", feed, person).with(Map.of("name", name, "kind", kind.code())));
  }

  @Transactional
  public void pause(long id, Actor.Person person) {
    var feed = kept(id, person);
    if (sources.pause(id)) audit.record(act("feed-paused", feed, person));
  }

  @Transactional
  public void resume(long id, Actor.Person person) {
    var feed = kept(id, person);
    if (sources.resume(id, clock.instant())) audit.record(act("feed-resumed", feed, person));
  }

  /// What it brought and was released stays released; what still waits is let go.
  @Transactional
  public void remove(long id, Actor.Person person) {
    var feed = kept(id, person);
    sources.remove(id, clock.instant());
    proposals.supersedeAll(id);
    audit.record(act("feed-removed", feed, person).with(Map.of("url", feed.url())));
  }

  private FeedSource kept(long id, Actor.Person person) {
    var feed = sources.of(person.officeOf(), id).orElseThrow(NotFound::new);
    if (!person.parks(Role.PARK_ADMINISTRATOR).contains(feed.park())) throw new Forbidden();
    return feed;
  }

  private static Act act(String name, FeedSource feed, Actor.Person person) {
    return Act.of(person, name, "feed", feed.id()).in(feed.park());
  }
}
