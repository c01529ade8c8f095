package jianglian.identity.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who speaks for which founding park in matters of the alliance.
@Repository
class Founders {
  private final JdbcClient db;

  Founders(JdbcClient db) {
    this.db = db;
  }

  /// Founding parks the actor speaks for: as administrator or council member, or as one of the
  /// secretariat's people who holds any authority there.
  Set<Long> spokenForBy(Actor.Person person) {
    var parks = new HashSet<>(person.parks(Role.PARK_ADMINISTRATOR, Role.COUNCIL_MEMBER));
    if (person.secretariat()) parks.addAll(person.parks(Role.values()));
    if (parks.isEmpty()) return Set.of();
    return Set.copyOf(founding(parks));
  }

  private List<Long> founding(Set<Long> parks) {
    return db.sql(
            "select id from park where id = any(:ids) and founder and state = 'member' order by id")
        .param("ids", parks.toArray(Long[]::new))
        .query((row, _) -> row.getLong("id"))
        .list();
  }
}
