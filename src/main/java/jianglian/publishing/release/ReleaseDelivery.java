package jianglian.publishing.release;

import static jianglian.publishing.release.Delivered.Status.CREATED;
import static jianglian.publishing.release.Delivered.Status.UNCHANGED;
import static jianglian.publishing.release.Delivered.Status.UPDATED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.publishing.ReleaseState;
import jianglian.search.SearchChanges;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes what a park delivers. One call of the API and a thousand rows of a spreadsheet go through
/// here and follow the same rules, each batch in one transaction.
@Component
public class ReleaseDelivery {
  private final Releases releases;
  private final AllianceCheck check;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final Announcements announcements;
  private final Clock clock;

  ReleaseDelivery(
      Releases releases,
      AllianceCheck check,
      AuditTrail audit,
      SearchChanges search,
      Announcements announcements,
      Clock clock) {
    this.releases = releases;
    this.check = check;
    this.audit = audit;
    this.search = search;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// Takes one release and tells who must know.
  @Transactional
  public Delivered deliver(long park, Actor actor, ReleaseCommand command) {
    var delivered = deliver(park, actor, List.of(command)).getFirst();
    var release = delivered.release();
    if (release == null) throw new InvalidInput(delivered.faults());
    if (delivered.status() != UNCHANGED) announcements.tell(release);
    return delivered;
  }

  /// Takes back a release of the park; doing it twice changes nothing.
  @Transactional
  public Delivered withdraw(long park, Actor actor, String externalId) {
    var found = releases.lock(park, List.of(externalId)).get(externalId);
    if (found == null) throw new NotFound();
    var command = ReleaseCommand.none(externalId);
    if (found.state() == ReleaseState.WITHDRAWN) {
      return new Delivered(UNCHANGED, command, found, List.of());
    }
    var gone = found.withdraw(null, false, clock.instant());
    releases.save(List.of(gone));
    audit.record(
        Act.of(actor, "release-withdrawn", "release", gone.id())
            .in(park)
            .with(Map.of("version", gone.version())));
    search.changed("release", gone.id());
    announcements.tell(gone);
    return new Delivered(UPDATED, command, gone, List.of());
  }

  /// Takes a batch in which no external id stands twice; answers in the same order.
  @Transactional
  public List<Delivered> deliver(long park, Actor actor, List<ReleaseCommand> commands) {
    var now = clock.instant();
    var known = releases.lock(park, commands.stream().map(ReleaseCommand::externalId).toList());
    var fresh = commands.stream().filter(it -> isNew(it, known)).count();
    var ids = new ArrayDeque<>(fresh == 0 ? List.of() : releases.newIds((int) fresh));
    var delivered = commands.stream().map(it -> decide(park, it, known, ids, now)).toList();
    write(delivered, actor, now);
    return delivered;
  }

  private static boolean isNew(ReleaseCommand command, Map<String, Release> known) {
    return !known.containsKey(command.externalId()) && command.faultsOfNew().isEmpty();
  }

  private Delivered decide(
      long park, ReleaseCommand command, Map<String, Release> known, Queue<Long> ids, Instant now) {
    var old = known.get(command.externalId());
    if (old == null) {
      if (!isNew(command, known)) return Delivered.refused(command, command.faultsOfNew());
      return new Delivered(CREATED, command, first(park, command, ids.remove(), now), List.of());
    }
    if (!command.faults().isEmpty()) return Delivered.refused(command, command.faults());
    var says = command.over(old.content(), old.confirmed());
    var release = old.redelivered(command, check.asksFor(says.kind()), now);
    return new Delivered(release.equals(old) ? UNCHANGED : UPDATED, command, release, List.of());
  }

  private Release first(long park, ReleaseCommand command, long id, Instant now) {
    var blank = Release.blank(LocalDate.ofInstant(now, Release.ZONE));
    var says = command.over(blank, Set.of());
    return Release.draft(id, park, command.externalId(), says, now)
        .delivered(command.digest(), command.deliveredAt())
        .submit(check.asksFor(says.kind()), now);
  }

  private void write(List<Delivered> delivered, Actor actor, Instant now) {
    var changed = new ArrayList<Release>();
    var acts = new ArrayList<Act>();
    for (var it : delivered) {
      var release = it.release();
      if (release == null || it.status() == UNCHANGED) continue;
      changed.add(release);
      acts.add(act(it, release, actor));
    }
    if (changed.isEmpty()) return;
    releases.save(changed);
    releases.keepVersions(changed, ReleaseBook.author(actor), now);
    audit.recordAll(acts);
    search.changed("release", changed.stream().map(Release::id).toList());
  }

  private static Act act(Delivered it, Release release, Actor actor) {
    var name = it.status() == CREATED ? "release-delivered" : "release-redelivered";
    return Act.of(actor, name, "release", release.id())
        .in(release.park())
        .with(
            Map.of(
                "version", release.version(),
                "state", release.state().code(),
                "digest", release.digest()));
  }
}
