package jianglian.identity.signup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.identity.account.AccountOpening;
import jianglian.identity.account.AccountOpening.Wish;
import jianglian.identity.grants.Grants;
import jianglian.identity.grants.JoinRequests;
import jianglian.parks.Admissions;
import jianglian.parks.Identification;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.parks.Park;
import jianglian.parks.Registration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens an account for someone and asks their park to admit their organisation; where that is here
/// already, asks its administrators to let them join instead.
@Component
class SigningUp {
  private final AccountOpening accounts;
  private final Organisations organisations;
  private final Admissions admissions;
  private final JoinRequests joining;
  private final Grants grants;
  private final AuditTrail audit;

  SigningUp(
      AccountOpening accounts,
      Organisations organisations,
      Admissions admissions,
      JoinRequests joining,
      Grants grants,
      AuditTrail audit) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.admissions = admissions;
    this.joining = joining;
    this.grants = grants;
    this.audit = audit;
  }

  /// `organisation` empty: it was here already and its administrators were asked.
  record SignedUp(long person, Optional<Long> organisation) {}

  @Transactional
  SignedUp signUp(Park park, Identification identification, Wish wish) {
    var id = accounts.open(wish);
    var person = new Actor.Person(id, wish.name().name(), List.of(), null);
    audit.record(
        Act.of(person, "account-opened", "person", id)
            .withPersonal(Map.of("name", wish.name().name(), "email", wish.email().address())));
    var here = alreadyHere(identification);
    if (here.isPresent()) {
      joining.ask(here.get(), person);
      return new SignedUp(id, Optional.empty());
    }
    var organisation = admissions.apply(park, identification, wish.lang(), person);
    grants.give(
        id, Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(organisation), null, person);
    return new SignedUp(id, Optional.of(organisation));
  }

  private Optional<Organisation> alreadyHere(Identification identification) {
    return identification.registration() instanceof Registration.Chinese chinese
        ? organisations.byUscc(chinese.code())
        : Optional.empty();
  }
}
