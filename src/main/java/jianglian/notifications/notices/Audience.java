package jianglian.notifications.notices;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds the people to tell, by what they are to a matter.
@Repository
class Audience {
  private static final String HOLDING =
      """
      select distinct g.person_id from authority g
      join account a on a.person_id = g.person_id and a.state = 'active'
      where g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) and
      """;

  private final JdbcClient db;

  Audience(JdbcClient db) {
    this.db = db;
  }

  Set<Long> members(long organisation) {
    return holding("g.scope_kind = 'organisation' and g.scope_id = ?", organisation);
  }

  Set<Long> officers(@Nullable Long park) {
    return park == null
        ? secretariat()
        : holding(
            "g.scope_kind = 'park' and g.role in ('liaison', 'park-administrator') and g.scope_id = ?",
            park);
  }

  Set<Long> administrators(@Nullable Long park) {
    return park == null
        ? secretariat()
        : holding(
            "g.scope_kind = 'park' and g.role = 'park-administrator' and g.scope_id = ?", park);
  }

  Set<Long> secretariat() {
    return holding(
        "g.scope_kind = 'alliance' and g.role in ('secretariat', 'secretariat-administrator')");
  }

  /// The organisation's people, or the park's office where the park itself stands for it.
  Set<Long> side(@Nullable Long organisation, long park) {
    return organisation == null ? officers(park) : members(organisation);
  }

  /// The officers and substitutes of a case; the administrators of a park without officers.
  Set<Long> officersOf(String caseNumber) {
    return people(
        """
        select unnest(array[s.officer_id, s.substitute_id]) from case_side s
        join introduction_case c on c.id = s.case_id where c.number = :number
        union
        select g.person_id from case_side s
        join introduction_case c on c.id = s.case_id
        join authority g on g.scope_kind = 'park' and g.scope_id = s.park_id and g.role = 'park-administrator'
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
        where c.number = :number and s.officer_id is null
        """,
        caseNumber);
  }

  /// Everyone on a case: its firms' people and its officers.
  Set<Long> everyoneOn(String caseNumber) {
    var everyone = new LinkedHashSet<>(officersOf(caseNumber));
    everyone.addAll(
        people(
            HOLDING
                + """
                g.scope_kind = 'organisation' and g.scope_id in (
                  select s.organisation_id from case_side s join introduction_case c on c.id = s.case_id where c.number = :number)
                """,
            caseNumber));
    return everyone;
  }

  static Set<Long> without(Collection<Long> people, @Nullable Long doer) {
    var others = new LinkedHashSet<>(people);
    if (doer != null) others.remove(doer);
    return others;
  }

  private Set<Long> holding(String condition, Object... parameters) {
    return new LinkedHashSet<>(
        db.sql(HOLDING + condition).params(parameters).query(Long.class).list());
  }

  private Set<Long> people(String sql, String caseNumber) {
    var people =
        new LinkedHashSet<>(db.sql(sql).param("number", caseNumber).query(Long.class).list());
    people.remove(null);
    return people;
  }
}
