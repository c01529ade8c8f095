package jianglian.cases.introductions;

import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;

/// Who did something, as a row keeps it: a person, a park's system, or neither for the platform.
public record Doer(@Nullable Long person, @Nullable Long client) {
  public static Doer of(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> new Doer(person.id(), null);
      case Actor.Client client -> new Doer(null, client.id());
      case Actor.Visitor _, Actor.Job _ -> new Doer(null, null);
    };
  }
}
