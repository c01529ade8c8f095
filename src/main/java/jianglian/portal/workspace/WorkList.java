package jianglian.portal.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.liaison.WorkingDays;
import jianglian.web.Limit;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What waits for someone in all modules, the most pressing first; what has no limit comes last,
/// the oldest first.
@Component
class WorkList {
  private static final Comparator<Due> BY_CLOCK =
      Comparator.comparing((Due it) -> Optional.ofNullable(it.at()).orElse(Instant.MAX))
          .thenComparing(it -> it.item().since());

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
        .map(it -> new Due(it, due(it)))
        .sorted(BY_CLOCK)
        .map(it -> new Waiting(it.item(), it.at() == null ? null : days.left(now, it.at())))
        .toList();
  }

  private record Due(WorkItem item, @Nullable Instant at) {}

  private @Nullable Instant due(WorkItem item) {
    return switch (item.limit()) {
      case Limit.At at -> at.due();
      case Limit.WorkingDays it -> days.after(item.since(), it.days()).at();
      case Limit.None _ -> null;
    };
  }
}
