package jianglian.publishing.harvest;

import java.util.Set;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.Forbidden;

/// The park whose feeds a person looks at: the one the page says they act in, else the first whose
/// office they belong to. Only its administrators say where to read.
public record FeedOffice(long park, String name, boolean administers) {
  private static final Set<Role> OFFICE = Set.of(Role.PARK_ADMINISTRATOR, Role.LIAISON);

  static FeedOffice of(Actor.Person person) {
    return Stream.concat(Stream.ofNullable(person.acting()), person.authorities().stream())
        .filter(it -> OFFICE.contains(it.role()) && it.scope().kind() == Scope.Kind.PARK)
        .findFirst()
        .map(it -> of(it, person))
        .orElseThrow(Forbidden::new);
  }

  private static FeedOffice of(Authority authority, Actor.Person person) {
    var park = authority.scope().id();
    return new FeedOffice(park, authority.name(), administers(person, park));
  }

  void requireAdministrator() {
    if (!administers) throw new Forbidden();
  }

  static boolean administers(Actor.Person person, long park) {
    return person.parks(Role.PARK_ADMINISTRATOR).contains(park);
  }
}
