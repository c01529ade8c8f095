package jianglian.publishing.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.publishing.ReleaseState;
import jianglian.publishing.release.Announcements;
import jianglian.publishing.release.Release;
import jianglian.publishing.release.Releases;
import jianglian.search.SearchChanges;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the alliance decides about releases.
@Component
class ReleaseDecision {
  private static final int LONGEST_REASON = 500;

  private final Releases releases;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final Announcements announcements;
  private final Clock clock;

  ReleaseDecision(
      Releases releases,
      AuditTrail audit,
      SearchChanges search,
      Announcements announcements,
      Clock clock) {
    this.releases = releases;
    this.audit = audit;
    this.search = search;
    this.announcements = announcements;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Rule {
    Release apply(Release release, Instant now);
  }

  @Transactional
  public void publish(long id, Actor actor) {
    announcements.tell(decide(id, actor, "release-published", Release::publish));
  }

  /// Publishes those of the ids that still wait; the others were decided meanwhile.
  @Transactional
  public int publish(Collection<Long> ids, Actor actor) {
    var waiting =
        releases.lock(ids).stream().filter(it -> it.state() == ReleaseState.IN_REVIEW).toList();
    waiting.forEach(it -> publish(it.id(), actor));
    return waiting.size();
  }

  @Transactional
  public void returnWith(String reason, long id, Actor actor) {
    var why = checked(reason);
    announcements.tell(decide(id, actor, "release-returned", (it, now) -> it.returnWith(why, now)));
  }

  @Transactional
  public void withdraw(String reason, long id, Actor actor) {
    var why = checked(reason);
    announcements.tell(
        decide(id, actor, "release-withdrawn", (it, now) -> it.withdraw(why, true, now)));
  }

  @Transactional
  public void confirmChange(long id, Actor actor) {
    decide(id, actor, "release-change-confirmed", Release::confirmChange);
  }

  @Transactional
  public void merge(long id, long into, Actor actor) {
    var other = releases.lock(into).orElseThrow(NotFound::new);
    decide(id, actor, "release-merged", (it, now) -> it.mergeInto(other, now));
  }

  private Release decide(long id, Actor actor, String act, Rule rule) {
    if (!actor.secretariat()) throw new Forbidden();
    var decided = rule.apply(releases.lock(id).orElseThrow(NotFound::new), clock.instant());
    releases.save(List.of(decided));
    audit.record(
        Act.of(actor, act, "release", id)
            .in(decided.park())
            .with(
                Map.of(
                    "version", decided.version(),
                    "state", decided.state().code(),
                    "reason", decided.reason() == null ? "" : decided.reason())));
    search.changed("release", id);
    return decided;
  }

  private static String checked(String reason) {
    var why = reason.strip();
    if (why.isEmpty()) throw new InvalidInput("/reason", "review.reason-needed");
    if (why.length() > LONGEST_REASON) {
      throw new InvalidInput("/reason", "intake.too-long", LONGEST_REASON);
    }
    return why;
  }
}
