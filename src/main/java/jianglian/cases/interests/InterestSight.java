package jianglian.cases.interests;

import java.util.Map;
import jianglian.audit.Actor;

/// Which expressions of interest an actor may see, as a piece of SQL over `interest i` and its
/// parameters: those from or to one's organisation or park; all for who reads all.
final class InterestSight {
  static final String SQL =
      """
      (:sightAll or i.from_park = any(:sightParks) or i.to_park = any(:sightParks)
       or i.from_organisation = any(:sightOrganisations) or i.to_organisation = any(:sightOrganisations))
      """;

  private InterestSight() {}

  static Map<String, Object> of(Actor actor) {
    return Map.of(
        "sightAll", actor.readsAll(),
        "sightParks", actor.officeOf().toArray(Long[]::new),
        "sightOrganisations", actor.organisations().toArray(Long[]::new));
  }
}
