package jianglian.cooperation.posting;

import java.util.List;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.Choice;

/// In whose name someone can post: an organisation of theirs, or a park whose office they belong
/// to.
record Poster(Scope scope, String name) {
  static List<Poster> of(Actor actor) {
    var organisations =
        actor.held().stream().filter(it -> it.scope().kind() == Scope.Kind.ORGANISATION);
    var parks =
        actor.held().stream()
            .filter(it -> it.role() == Role.PARK_ADMINISTRATOR || it.role() == Role.LIAISON)
            .filter(it -> it.scope().kind() == Scope.Kind.PARK);
    return Stream.concat(organisations, parks)
        .map(it -> new Poster(it.scope(), it.name()))
        .distinct()
        .toList();
  }

  String value() {
    return scope.kind().code() + ":" + scope.id();
  }

  boolean park() {
    return scope.kind() == Scope.Kind.PARK;
  }

  Choice choice() {
    return new Choice(value(), name);
  }
}
