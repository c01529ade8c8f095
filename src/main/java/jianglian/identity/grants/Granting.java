package jianglian.identity.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.audit.Scope;

/// Who may give and end which authorities: the secretariat's administrators those of the alliance
/// and the administrators of parks, a park's administrators its officers, an organisation's
/// administrators its people.
record Granting(boolean alliance, Set<Long> parks, Set<Long> organisations) {
  private static final List<Role> OF_ALLIANCE =
      List.of(Role.SECRETARIAT_ADMINISTRATOR, Role.SECRETARIAT, Role.AUDITOR);
  private static final List<Role> OF_ANY_PARK =
      List.of(Role.PARK_ADMINISTRATOR, Role.COUNCIL_MEMBER);
  private static final List<Role> OF_OWN_PARK = List.of(Role.LIAISON);
  private static final List<Role> OF_ORGANISATION =
      List.of(Role.ORGANISATION_ADMINISTRATOR, Role.ORGANISATION_MEMBER);

  static Granting of(Actor actor) {
    var organisations =
        actor.held().stream()
            .filter(it -> it.role() == Role.ORGANISATION_ADMINISTRATOR)
            .map(Authority::scope)
            .map(Scope::id)
            .collect(Collectors.toSet());
    var parks =
        actor instanceof Actor.Person ? actor.parks(Role.PARK_ADMINISTRATOR) : Set.<Long>of();
    return new Granting(actor.holdsAny(Role.SECRETARIAT_ADMINISTRATOR), parks, organisations);
  }

  boolean any() {
    return alliance || !parks.isEmpty() || !organisations.isEmpty();
  }

  boolean may(Role role, Scope scope) {
    return switch (scope.kind()) {
      case ALLIANCE -> alliance && OF_ALLIANCE.contains(role);
      case PARK ->
          (alliance && OF_ANY_PARK.contains(role))
              || (parks.contains(scope.id()) && OF_OWN_PARK.contains(role));
      case ORGANISATION -> organisations.contains(scope.id()) && OF_ORGANISATION.contains(role);
      case INDUSTRY_ALLIANCE, FUND -> false;
    };
  }

  List<Role> roles() {
    var roles = new ArrayList<Role>();
    if (alliance) {
      roles.addAll(OF_ALLIANCE);
      roles.addAll(OF_ANY_PARK);
    }
    if (!parks.isEmpty()) roles.addAll(OF_OWN_PARK);
    if (!organisations.isEmpty()) roles.addAll(OF_ORGANISATION);
    return roles;
  }

  /// The same rule as a condition on the columns role, scope_kind, scope_id of `alias`; it takes
  /// the parameters `alliance`, `parks`, `organisations`.
  static String condition(String alias) {
    return """
    ((:alliance and (#.scope_kind = 'alliance'
        or (#.scope_kind = 'park' and #.role in ('park-administrator', 'council-member'))))
      or (#.scope_kind = 'park' and #.role = 'liaison' and #.scope_id = any(:parks))
      or (#.scope_kind = 'organisation' and #.scope_id = any(:organisations)))
    """
        .replace("#", alias);
  }
}
