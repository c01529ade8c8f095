package jianglian.cases.introductions;

import java.util.Map;
import jianglian.audit.Actor;

/// Which cases an actor may see, as a piece of SQL over `introduction_case c` and its parameters:
/// those on a side of which stands one's organisation or one's park; all for who reads all.
public final class CaseSight {
  public static final String SQL =
      """
      (:sightAll or exists (
        select 1 from case_side v where v.case_id = c.id
          and (v.park_id = any(:sightParks) or v.organisation_id = any(:sightOrganisations))))
      """;

  private CaseSight() {}

  public static Map<String, Object> of(Actor actor) {
    return Map.of(
        "sightAll", actor.readsAll(),
        "sightParks", actor.officeOf().toArray(Long[]::new),
        "sightOrganisations", actor.organisations().toArray(Long[]::new));
  }
}
