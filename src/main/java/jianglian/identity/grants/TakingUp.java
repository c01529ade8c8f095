package jianglian.identity.grants;

import java.util.List;
import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.identity.account.AccountOpening;
import jianglian.identity.account.AccountOpening.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Someone takes up what they were invited to, with the account they have or a new one.
@Component
class TakingUp {
  private final Invitations invitations;
  private final AccountOpening accounts;
  private final Grants grants;
  private final AuditTrail audit;

  TakingUp(Invitations invitations, AccountOpening accounts, Grants grants, AuditTrail audit) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.grants = grants;
    this.audit = audit;
  }

  @Transactional
  void takeUp(String digest, Actor.Person person) {
    var invitation = invitations.byDigest(digest).orElseThrow(LinkNotValid::new);
    if (!invitations.take(invitation, person.id())) throw new LinkNotValid();
    audit.record(Act.of(person, "invitation-accepted", "invitation", invitation.id()));
    grants.give(
        person.id(),
        invitation.role(),
        invitation.scope(),
        invitation.until(),
        person,
        invitation.invitedBy());
  }

  /// Opens the account first; the answer is the new person.
  @Transactional
  long takeUp(String digest, String name, String password, String lang) {
    var invitation = invitations.byDigest(digest).orElseThrow(LinkNotValid::new);
    var wish = Wish.of(name, invitation.email(), password, lang);
    var id = accounts.open(wish);
    var person = new Actor.Person(id, wish.name().name(), List.of(), null);
    audit.record(
        Act.of(person, "account-opened", "person", id)
            .withPersonal(Map.of("name", wish.name().name(), "email", wish.email().address())));
    takeUp(digest, person);
    return id;
  }
}
