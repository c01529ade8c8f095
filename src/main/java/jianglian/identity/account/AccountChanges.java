package jianglian.identity.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.identity.PersonName;
import jianglian.identity.grants.Grants;
import jianglian.identity.passwords.Argon2id;
import jianglian.identity.passwords.NewPassword;
import jianglian.identity.throttle.Subject;
import jianglian.identity.throttle.Throttle;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people change about their own account.
@Component
class AccountChanges {
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private final OwnAccounts accounts;
  private final Grants grants;
  private final Argon2id passwords;
  private final Throttle throttle;
  private final AuditTrail audit;

  AccountChanges(
      OwnAccounts accounts,
      Grants grants,
      Argon2id passwords,
      Throttle throttle,
      AuditTrail audit) {
    this.accounts = accounts;
    this.grants = grants;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  @Transactional
  void describe(Actor.Person person, String typedName, String lang, boolean largeType) {
    var name = PersonName.of(typedName);
    if (!LANGUAGES.contains(lang)) throw new InvalidInput("/lang", "account.no-such-language");
    accounts.describe(person.id(), name.name(), lang, largeType);
    audit.record(
        act(person, "account-described")
            .with(Map.of("lang", lang, "largeType", largeType))
            .withPersonal(Map.of("name", name.name())));
  }

  /// The session epoch from here on.
  @Transactional
  int changePassword(Actor.Person person, String current, String wished) {
    var account = accounts.of(person.id());
    var faults = new ArrayList<>(proof(account, current));
    faults.addAll(new NewPassword(wished).faults(account.name(), account.username()));
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    var epoch = accounts.changePassword(person.id(), passwords.encode(wished));
    audit.record(act(person, "password-changed"));
    return epoch;
  }

  @Transactional
  int endSessions(Actor.Person person) {
    audit.record(act(person, "sessions-ended"));
    return accounts.endSessions(person.id());
  }

  @Transactional
  void leave(Actor.Person person, String current, boolean forgetName) {
    var faults = proof(accounts.of(person.id()), current);
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    grants.endAll(person.id(), person);
    accounts.close(person.id(), forgetName);
    audit.record(act(person, "person-left").with(Map.of("nameForgotten", forgetName)));
  }

  /// Whoever found a screen unlocked must not take the account over: the password is asked again,
  /// and guessing at it is slowed down.
  private List<Fault> proof(OwnAccount account, String current) {
    var attempt = throttle.begin(List.of(Subject.account(account.username())));
    if (!passwords.matchesSteadily(current, account.passwordHash())) {
      return List.of(Fault.at("/current", "account.current-wrong"));
    }
    throttle.succeeded(attempt);
    return List.of();
  }

  private static Act act(Actor.Person person, String name) {
    return Act.of(person, name, "person", person.id());
  }
}
