package jianglian.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The liaison officers of parks: the people who hold a grant of that role.
@Repository
public class Officers {
  private final JdbcClient db;
  private final ObjectProvider<Workload> workloads;

  Officers(JdbcClient db, ObjectProvider<Workload> workloads) {
    this.db = db;
    this.workloads = workloads;
  }

  /// Who looks after the park's next matter; empty while the park has no officer. Hold a lock while
  /// sharing out, or two matters at once go to the same officer.
  public Optional<OfficerPair> of(long park, Instant now) {
    var rows = present(park, now);
    var loads = loads(rows.stream().map(it -> it.officer().id()).toList());
    return new Roster(
            rows.stream()
                .map(it ->
                    new Roster.Candidate(
                        it.officer(),
                        it.substitute(),
                        it.away(),
                        loads.getOrDefault(it.officer().id(), Workload.Load.NONE)))
                .toList())
        .choose();
  }

  private record Present(Officer officer, @Nullable Long substitute, boolean away) {}

  private List<Present> present(long park, Instant now) {
    return db.sql(
            """
            select distinct p.id, p.name, o.substitute_id,
              exists (select 1 from officer_absence b where b.person_id = p.id and :today between b.first_day and b.last_day) as away
            from authority g
            join person p on p.id = g.person_id
            join account a on a.person_id = p.id and a.state = 'active'
            left join liaison_officer o on o.person_id = p.id and o.park_id = g.scope_id
            where g.role = 'liaison' and g.scope_kind = 'park' and g.scope_id = :park
              and g.valid_from <= :now and (g.valid_until is null or g.valid_until > :now)
            """)
        .param("park", park)
        .param("now", now.atZone(WorkingCalendar.ZONE).toOffsetDateTime())
        .param("today", LocalDate.ofInstant(now, WorkingCalendar.ZONE))
        .query((row, _) ->
            new Present(
                new Officer(row.getLong("id"), row.getString("name")),
                (Long) row.getObject("substitute_id"),
                row.getBoolean("away")))
        .list();
  }

  private Map<Long, Workload.Load> loads(List<Long> officers) {
    var loads = new HashMap<Long, Workload.Load>();
    workloads.forEach(
        it -> it.of(officers).forEach((who, load) -> loads.merge(who, load, Workload.Load::plus)));
    return loads;
  }
}
