package jianglian.portal.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.liaison.WorkingDays;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.stereotype.Component;

/// What waits for someone in all modules, the most pressing first; what has no limit comes last,
/// the oldest first.
@Component
class WorkList {
  private static final Comparator<WorkItem> BY_CLOCK =
      Comparator.comparing((WorkItem it) -> Optional.ofNullable(it.due()).orElse(Instant.MAX))
          .thenComparing(WorkItem::since);

  private final List<WorkItems> modules;
  private final WorkingDays days;
  private final Clock clock;

  WorkList(List<WorkItems> modules, WorkingDays days, Clock clock) {
    this.modules = modules;
    this.days = days;
    this.clock = clock;
  }

  List<Waiting> of(Actor actor) {
    var now = clock.instant();
    return modules.stream()
        .flatMap(it -> it.waitingFor(actor).stream())
        .sorted(BY_CLOCK)
        .map(it -> new Waiting(it, it.due() == null ? null : days.left(now, it.due())))
        .toList();
  }
}
