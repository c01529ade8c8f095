package jianglian.publishing.release;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.publishing.ReleaseArchive;
import jianglian.search.SearchChanges;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ArchivedReleases implements ReleaseArchive {
  private final Releases releases;
  private final AuditTrail audit;
  private final SearchChanges search;

  ArchivedReleases(Releases releases, AuditTrail audit, SearchChanges search) {
    this.releases = releases;
    this.audit = audit;
    this.search = search;
  }

  @Override
  @Transactional
  public List<Long> bring(@Nullable Long park, Actor actor, List<Past> past) {
    var ids = new ArrayDeque<>(releases.newIds(past.size()));
    var entered = new ArrayList<Release>();
    for (var it : past) {
      var release = release(ids.remove(), park, it);
      entered.add(release);
      audit.record(
          Act.of(actor, "release-archived", "release", release.id())
              .in(park)
              .with(Map.of("state", release.state().code(), "digest", release.digest())));
    }
    releases.save(entered);
    entered.forEach(it -> releases.keepVersions(List.of(it), "archive", it.createdAt()));
    var all = entered.stream().map(Release::id).toList();
    search.changed("release", all);
    return all;
  }

  private static Release release(long id, @Nullable Long park, Past past) {
    var command = ReleaseCommand.read(past.externalId(), past.content());
    if (!command.faultsOfNew().isEmpty()) throw new InvalidInput(command.faultsOfNew());
    var says = command.over(Release.blank(LocalDate.ofInstant(past.at(), Release.ZONE)), Set.of());
    var handedIn =
        Release.draft(id, park, past.externalId(), says, past.at())
            .delivered(command.digest(), null)
            .submit(true, past.at());
    return past.published() ? handedIn.publish(past.at()) : handedIn;
  }
}
