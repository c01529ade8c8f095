package jianglian.cooperation.checking;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.parks.CheckLimit;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.stereotype.Component;

/// Needs and offers to be checked, as rows of the work list.
@Component
class WaitingChecks implements WorkItems {
  private final CheckQueue queue;
  private final CheckLimit limit;

  WaitingChecks(CheckQueue queue, CheckLimit limit) {
    this.queue = queue;
    this.limit = limit;
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    if (actor.officeOf().isEmpty() && !actor.secretariat()) return List.of();
    return queue.waitingFor(actor).stream().map(this::item).toList();
  }

  private WorkItem item(WaitingListing it) {
    return new WorkItem(
        "work.listing-to-check." + it.side().code(),
        it.title(),
        it.park(),
        it.bearer(),
        "work.listing-to-check.act",
        "/review/listings#listing-" + it.id(),
        limit.limit(),
        it.since());
  }
}
