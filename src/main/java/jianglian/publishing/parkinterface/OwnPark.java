package jianglian.publishing.parkinterface;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.Forbidden;
import org.jspecify.annotations.Nullable;

/// The park a person acts for: the one the page says they act in, else the first they hold.
public record OwnPark(long id, String name) {
  /// Whose interface a person administers.
  public static OwnPark of(Actor.Person person) {
    return first(person, OwnPark::administers);
  }

  /// For which park a person writes releases: its administrators and its liaison officers do.
  public static OwnPark writtenFor(Actor.Person person) {
    return first(person, OwnPark::writes);
  }

  /// The same where it is known which park's release it is.
  public static OwnPark writtenFor(Actor.Person person, @Nullable Long park) {
    return first(person, it -> writes(it) && Objects.equals(it.scope().id(), park));
  }

  public static boolean writes(Actor.Person person, @Nullable Long park) {
    return park != null && person.officeOf().contains(park);
  }

  public static boolean administers(Actor.Person person) {
    return person.authorities().stream().anyMatch(OwnPark::administers);
  }

  private static OwnPark first(Actor.Person person, Predicate<Authority> wanted) {
    return Stream.concat(Stream.ofNullable(person.acting()), person.authorities().stream())
        .filter(wanted)
        .findFirst()
        .map(it -> new OwnPark(it.scope().id(), it.name()))
        .orElseThrow(Forbidden::new);
  }

  private static boolean administers(Authority authority) {
    return authority.role() == Role.PARK_ADMINISTRATOR
        && authority.scope().kind() == Scope.Kind.PARK;
  }

  private static boolean writes(Authority authority) {
    return administers(authority)
        || (authority.role() == Role.LIAISON && authority.scope().kind() == Scope.Kind.PARK);
  }
}
