package jianglian.publishing.harvest;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.release.ReleaseDelivery;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a park's office decides about proposals. What it approves is delivered like everything the
/// park sends: same states, same check of the alliance, same record.
@Component
class ProposalDecision {
  private final FeedSources sources;
  private final Proposals proposals;
  private final ReleaseDelivery delivery;
  private final AuditTrail audit;
  private final Clock clock;

  ProposalDecision(
      FeedSources sources,
      Proposals proposals,
      ReleaseDelivery delivery,
      AuditTrail audit,
      Clock clock) {
    this.sources = sources;
    this.proposals = proposals;
    this.delivery = delivery;
    this.audit = audit;
    this.clock = clock;
  }

  Collection<Long> chosen(long feed, Collection<Long> ids, long upTo) {
    return upTo > 0 ? proposals.openUpTo(feed, upTo) : ids;
  }

  /// `kind` null: the feed's.
  @Transactional
  public void approve(long feed, long id, @Nullable ReleaseKind kind, Actor.Person person) {
    deliver(open(feed, id, person), kind, person);
  }

  /// Those of the ids that still wait; others were decided meanwhile or say something else now.
  @Transactional
  public int approve(long feed, Collection<Long> ids, Actor.Person person) {
    var waiting = waiting(feed, ids, person);
    waiting.forEach(it -> deliver(it, null, person));
    return waiting.size();
  }

  @Transactional
  public void decline(long feed, long id, Actor.Person person) {
    decline(List.of(open(feed, id, person)), person);
  }

  @Transactional
  public int decline(long feed, Collection<Long> ids, Actor.Person person) {
    var waiting = waiting(feed, ids, person);
    decline(waiting, person);
    return waiting.size();
  }

  /// A decline taken back, unless the item has said something else since.
  @Transactional
  public void reopen(long feed, long id, Actor.Person person) {
    var held = held(feed, id, person);
    if (!held.state().equals("rejected") || proposals.opened(feed, held.item().guid())) {
      throw new AlreadyDecided();
    }
    proposals.decide(List.of(id), "open", null, null, null);
    audit.record(act("proposal-reopened", held, person));
  }

  private void deliver(Proposals.Held held, @Nullable ReleaseKind kind, Actor.Person person) {
    // what is released already keeps the kind it has
    var ofNew = kind == null ? held.kind() : kind;
    var command = held.item().command(held.release() == null ? ofNew : null);
    var release = delivery.deliver(held.park(), person, command).accepted();
    proposals.decide(List.of(held.id()), "approved", release.id(), person.id(), clock.instant());
    audit.record(
        act("proposal-approved", held, person)
            .with(Map.of("digest", held.item().digest(), "release", release.id())));
  }

  private void decline(List<Proposals.Held> waiting, Actor.Person person) {
    if (waiting.isEmpty()) return;
    proposals.decide(
        waiting.stream().map(Proposals.Held::id).toList(),
        "rejected",
        null,
        person.id(),
        clock.instant());
    audit.recordAll(waiting.stream().map(it -> act("proposal-declined", it, person)).toList());
  }

  private Proposals.Held open(long feed, long id, Actor.Person person) {
    var held = held(feed, id, person);
    if (!held.open()) throw new AlreadyDecided();
    return held;
  }

  private Proposals.Held held(long feed, long id, Actor.Person person) {
    var held = proposals.lock(feed, person.officeOf(), List.of(id));
    if (held.isEmpty()) throw new NotFound();
    return held.getFirst();
  }

  private List<Proposals.Held> waiting(long feed, Collection<Long> ids, Actor.Person person) {
    if (sources.of(person.officeOf(), feed).isEmpty()) throw new NotFound();
    return proposals.lock(feed, person.officeOf(), ids).stream()
        .filter(Proposals.Held::open)
        .toList();
  }

  private static Act act(String name, Proposals.Held held, Actor.Person person) {
    return Act.of(person, name, "feed-proposal", held.id())
        .in(held.park())
        .with(Map.of("title", held.item().title(), "digest", held.item().digest()));
  }
}
