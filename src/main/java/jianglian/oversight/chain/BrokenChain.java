package jianglian.oversight.chain;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.AuditChecks;
import jianglian.audit.Role;
import jianglian.web.Limit;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.stereotype.Component;

/// A record that was changed waits for the auditor until a verification finds it whole again.
@Component
class BrokenChain implements WorkItems {
  private final AuditChecks checks;

  BrokenChain(AuditChecks checks) {
    this.checks = checks;
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    if (!actor.holdsAny(Role.AUDITOR, Role.SECRETARIAT_ADMINISTRATOR)) return List.of();
    return checks
        .newest()
        .filter(AuditChecks.Check::broken)
        .map(it ->
            new WorkItem(
                "audit.work.broken",
                "bin/jianglian verify",
                "",
                "",
                "audit.work.look",
                "/audit/chain",
                Limit.NONE,
                it.startedAt()))
        .stream()
        .toList();
  }
}
