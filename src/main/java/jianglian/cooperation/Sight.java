package jianglian.cooperation;

import java.util.Map;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;

/// Which listings an actor may see, as a piece of SQL over `listing l` and its parameters: what is
/// open, what belongs to one's park or organisation, one's own drafts; everything for who reads
/// all.
public record Sight(Long[] parks, Long[] organisations, boolean all, @Nullable Long person) {
  public static final String SQL =
      """
      (l.state = 'open' or :sightAll
       or (l.state <> 'draft' and l.park_id = any(:sightParks))
       or l.organisation_id = any(:sightOrganisations)
       or (l.organisation_id is null and l.created_by = :sightPerson))
      """;

  public static Sight of(Actor actor) {
    return new Sight(
        actor.officeOf().toArray(Long[]::new),
        actor.organisations().toArray(Long[]::new),
        actor.readsAll(),
        actor instanceof Actor.Person person ? person.id() : null);
  }

  public Map<String, Object> parameters() {
    return Map.of(
        "sightParks", parks,
        "sightOrganisations", organisations,
        "sightAll", all,
        "sightPerson", person == null ? -1L : person);
  }
}
