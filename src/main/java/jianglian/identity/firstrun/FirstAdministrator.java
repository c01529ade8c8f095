package jianglian.identity.firstrun;

import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.identity.account.AccountOpening;
import jianglian.identity.account.AccountOpening.Wish;
import jianglian.identity.grants.Grants;
import jianglian.identity.throttle.Subject;
import jianglian.identity.throttle.Throttle;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first secretariat administrator, once.
@Component
class FirstAdministrator {
  private static final Actor PLATFORM = new Actor.Job("first-run");

  private final FirstRun firstRun;
  private final FirstRunCode code;
  private final AccountOpening accounts;
  private final Grants grants;
  private final Throttle throttle;
  private final AuditTrail audit;
  private final JdbcClient db;

  FirstAdministrator(
      FirstRun firstRun,
      FirstRunCode code,
      AccountOpening accounts,
      Grants grants,
      Throttle throttle,
      AuditTrail audit,
      JdbcClient db) {
    this.firstRun = firstRun;
    this.code = code;
    this.accounts = accounts;
    this.grants = grants;
    this.throttle = throttle;
    this.audit = audit;
    this.db = db;
  }

  /// The new person's id. Of two who come at the same moment the second finds nothing to do.
  @Transactional
  long make(String typedCode, Wish wish) {
    db.sql("lock table account in exclusive mode").update();
    if (!firstRun.pending()) throw new NotFound();
    var attempt = throttle.begin(List.of(Subject.account("first-run")));
    if (!code.matches(typedCode)) throw new InvalidInput("/code", "first-run.wrong-code");
    throttle.succeeded(attempt);
    var person = accounts.open(wish);
    audit.record(
        Act.of(PLATFORM, "account-opened", "person", person)
            .withPersonal(Map.of("name", wish.name().name(), "email", wish.email().address())));
    grants.give(person, Role.SECRETARIAT_ADMINISTRATOR, Scope.ALLIANCE, null, PLATFORM);
    return person;
  }
}
