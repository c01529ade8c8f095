package jianglian.audit;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who acts or looks. Every query and every act takes one; nothing is ambient.
public sealed interface Actor {
  /// The public.
  record Visitor() implements Actor {}

  /// A signed-in person with the authorities held now; `acting` is the one the page says they act
  /// in.
  record Person(long id, String name, List<Authority> authorities, @Nullable Authority acting)
      implements Actor {}

  /// A park's own system, by its API token.
  record Client(long id, long park, String name) implements Actor {}

  /// The platform itself: a timer or the command line.
  record Job(String name) implements Actor {}

  default List<Authority> held() {
    return this instanceof Person person ? person.authorities() : List.of();
  }

  default boolean signedIn() {
    return this instanceof Person;
  }

  default boolean holds(Role role, Scope scope) {
    return held().stream().anyMatch(it -> it.role() == role && it.scope().equals(scope));
  }

  default boolean holdsAny(Role... roles) {
    var wanted = EnumSet.noneOf(Role.class);
    wanted.addAll(List.of(roles));
    return held().stream().anyMatch(it -> wanted.contains(it.role()));
  }

  /// Secretariat or its administrator: acts for the alliance as a whole.
  default boolean secretariat() {
    return holdsAny(Role.SECRETARIAT, Role.SECRETARIAT_ADMINISTRATOR);
  }

  /// May read everything: the secretariat and the auditor.
  default boolean readsAll() {
    return this instanceof Job || secretariat() || holdsAny(Role.AUDITOR);
  }

  /// Parks in which this actor holds one of the roles; a park's API client acts for its park.
  default Set<Long> parks(Role... roles) {
    if (this instanceof Client client) return Set.of(client.park());
    var wanted = Set.of(roles);
    return held().stream()
        .filter(it -> wanted.contains(it.role()) && it.scope().kind() == Scope.Kind.PARK)
        .map(it -> it.scope().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Parks whose officers (administrator or liaison) this actor belongs to.
  default Set<Long> officeOf() {
    return parks(Role.PARK_ADMINISTRATOR, Role.LIAISON);
  }

  default Set<Long> organisations() {
    return held().stream()
        .filter(it -> it.scope().kind() == Scope.Kind.ORGANISATION)
        .map(it -> it.scope().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The visibility marks this actor sees in the search index: `public`, `parks` (officers of any
  /// park), `park:ID`, `organisation:ID`, `all` (who reads everything).
  default Set<String> audiences() {
    var marks = new LinkedHashSet<String>();
    marks.add("public");
    if (readsAll()) marks.add("all");
    var parks = officeOf();
    if (!parks.isEmpty()) marks.add("parks");
    parks.forEach(it -> marks.add("park:" + it));
    organisations().forEach(it -> marks.add("organisation:" + it));
    return marks;
  }
}
