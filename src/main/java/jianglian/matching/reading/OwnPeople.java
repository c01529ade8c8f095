package jianglian.matching.reading;

import jianglian.audit.Actor;
import jianglian.parks.Organisation;

/// Who may see what is only for an organisation's own people: they, its park's office, and who
/// reads everything. An organisation that is not admitted has nothing to show yet.
final class OwnPeople {
  private OwnPeople() {}

  static boolean of(Organisation organisation, Actor actor) {
    return organisation.admitted()
        && (actor.organisations().contains(organisation.id())
            || actor.officeOf().contains(organisation.park())
            || actor.readsAll());
  }
}
