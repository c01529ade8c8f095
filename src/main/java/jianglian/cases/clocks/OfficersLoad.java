package jianglian.cases.clocks;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jianglian.liaison.Workload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Open cases on officers' desks.
@Component
class OfficersLoad implements Workload {
  private final JdbcClient db;

  OfficersLoad(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Map<Long, Load> of(Collection<Long> officers) {
    var loads = new HashMap<Long, Load>();
    db.sql(
            """
            select s.officer_id, count(*) filter (where c.state <> 'closed') as open, max(s.assigned_at) as last_given
            from case_side s join introduction_case c on c.id = s.case_id
            where s.officer_id = any(:officers)
            group by s.officer_id
            """)
        .param("officers", officers.toArray(Long[]::new))
        .query(row -> {
          Instant given = row.getTimestamp("last_given").toInstant();
          loads.put(row.getLong("officer_id"), new Load(row.getInt("open"), given));
        });
    return loads;
  }
}
