package jianglian.publishing.review;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.parks.CheckLimit;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.stereotype.Component;

/// The review queue on the secretariat's work list.
@Component
class WaitingReleases implements WorkItems {
  private final ReviewQueue queue;
  private final CheckLimit limit;

  WaitingReleases(ReviewQueue queue, CheckLimit limit) {
    this.queue = queue;
    this.limit = limit;
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    if (!actor.secretariat()) return List.of();
    return queue.waiting().stream().map(this::item).toList();
  }

  private WorkItem item(WaitingRelease it) {
    return new WorkItem(
        it.open() ? "work.release-changed" : "work.release-to-check",
        it.title(),
        it.documentNumber() == null ? "" : it.documentNumber(),
        it.park(),
        "work.release-to-check.act",
        "/review/releases#release-" + it.id(),
        limit.limit(),
        it.since());
  }
}
