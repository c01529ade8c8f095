package jianglian.publishing.review;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.stereotype.Component;

/// The review queue on the secretariat's work list.
@Component
class WaitingReleases implements WorkItems {
  private final ReviewQueue queue;

  WaitingReleases(ReviewQueue queue) {
    this.queue = queue;
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    if (!actor.secretariat()) return List.of();
    return queue.waiting().stream().map(WaitingReleases::item).toList();
  }

  private static WorkItem item(WaitingRelease it) {
    return new WorkItem(
        it.open() ? "work.release-changed" : "work.release-to-check",
        it.title(),
        it.documentNumber() == null ? "" : it.documentNumber(),
        it.park(),
        "work.release-to-check.act",
        "/review/releases#release-" + it.id(),
        null,
        it.since());
  }
}
