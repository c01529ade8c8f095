package jianglian.publishing.parkinterface;

import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.Forbidden;

/// The park an administrator acts for: the one the page says they act in, else the first they hold.
public record OwnPark(long id, String name) {
  public static OwnPark of(Actor.Person person) {
    var acting = person.acting();
    if (acting != null && administers(acting)) return of(acting);
    return person.authorities().stream()
        .filter(OwnPark::administers)
        .findFirst()
        .map(OwnPark::of)
        .orElseThrow(Forbidden::new);
  }

  private static boolean administers(Authority authority) {
    return authority.role() == Role.PARK_ADMINISTRATOR
        && authority.scope().kind() == Scope.Kind.PARK;
  }

  private static OwnPark of(Authority authority) {
    return new OwnPark(authority.scope().id(), authority.name());
  }
}
