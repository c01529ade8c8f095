package jianglian.publishing.release;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.search.SearchChanges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters one release's change with everything that belongs to it: row, version, audit, search,
/// announcement.
@Component
public class ReleaseBook {
  private final Releases releases;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final Announcements announcements;
  private final Clock clock;

  ReleaseBook(
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

  @Transactional(propagation = Propagation.MANDATORY)
  public Release open(Release release, Actor actor, String act) {
    enter(release, actor, act);
    announcements.tell(release);
    return release;
  }

  /// Enters what `act` made of `before`; others hear of a new state, and of a new text where
  /// everyone may read it.
  @Transactional(propagation = Propagation.MANDATORY)
  public Release enter(Release before, Release after, Actor actor, String act) {
    if (after.equals(before)) return before;
    enter(after, actor, act);
    var moved = before.state() != after.state();
    var changed = before.version() != after.version();
    if (moved || (changed && after.state().open())) announcements.tell(after);
    return after;
  }

  private void enter(Release release, Actor actor, String act) {
    releases.save(List.of(release));
    releases.keepVersions(List.of(release), author(actor), clock.instant());
    audit.record(
        Act.of(actor, act, "release", release.id())
            .in(release.park())
            .with(
                Map.of(
                    "version", release.version(),
                    "state", release.state().code(),
                    "confirmed", release.confirmed().stream().sorted().toList())));
    search.changed("release", release.id());
  }

  static String author(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> "person:" + person.id();
      case Actor.Client client -> "client:" + client.id();
      case Actor.Job job -> "system:" + job.name();
      case Actor.Visitor _ -> "visitor";
    };
  }
}
