package jianglian.matching.learning;

import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.matching.model.CurrentModel;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Goes back to a model that ranked before.
@Component
class ModelReturning {
  static final int LONGEST_REASON = 500;

  private final Models models;
  private final CurrentModel current;
  private final AuditTrail audit;

  ModelReturning(Models models, CurrentModel current, AuditTrail audit) {
    this.models = models;
    this.current = current;
    this.audit = audit;
  }

  boolean possible(ModelRow row) {
    return row.state().equals("former")
        && row.base().equals(current.base().name())
        && row.file().isPresent();
  }

  @Transactional
  public void goBack(long id, String typedReason, Actor.Person person) {
    var row = models.byId(id).orElseThrow(NotFound::new);
    if (!possible(row)) throw new ModelNotToReturnTo();
    var reason = typedReason.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new InvalidInput("/reason", "learning.fault.reason", LONGEST_REASON);
    }
    models.choose(id);
    audit.record(
        Act.of(person, "match-model-returned", "match-model", row.name())
            .with(Map.of("reason", reason)));
  }
}
