package jianglian.cooperation.checking;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.stereotype.Component;

/// Needs and offers to be checked, as rows of the work list.
@Component
class WaitingChecks implements WorkItems {
  private final CheckQueue queue;

  WaitingChecks(CheckQueue queue) {
    this.queue = queue;
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    if (actor.officeOf().isEmpty() && !actor.secretariat()) return List.of();
    return queue.waitingFor(actor).stream().map(WaitingChecks::item).toList();
  }

  private static WorkItem item(WaitingListing it) {
    return new WorkItem(
        "work.listing-to-check." + it.side().code(),
        it.title(),
        it.park(),
        it.bearer(),
        "work.listing-to-check.act",
        "/review/listings#listing-" + it.id(),
        null,
        it.since());
  }
}
