package jianglian.cases.introductions;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.web.Forbidden;

/// On which sides of a case, by position, an actor is officer or party.
public record Standing(Set<Integer> officerOf, Set<Integer> partyOf) {
  static Standing of(Actor actor, IntroductionCase matter) {
    var parks = actor.officeOf();
    var organisations = actor.organisations();
    return new Standing(
        matter.sides().stream()
            .filter(it -> parks.contains(it.park()))
            .map(CaseSide::position)
            .collect(Collectors.toCollection(TreeSet::new)),
        matter.sides().stream()
            .filter(it -> it.organisation() != null && organisations.contains(it.organisation()))
            .map(CaseSide::position)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  public boolean officer() {
    return !officerOf.isEmpty();
  }

  /// Officer or party; who only reads (secretariat, auditor) is neither.
  public boolean takesPart() {
    return officer() || !partyOf.isEmpty();
  }

  void mustTakePart() {
    if (!takesPart()) throw new Forbidden();
  }

  void mustBeOfficer() {
    if (!officer()) throw new Forbidden();
  }
}
