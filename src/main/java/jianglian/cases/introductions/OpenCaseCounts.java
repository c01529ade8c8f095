package jianglian.cases.introductions;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.matching.OpenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpenCaseCounts implements OpenCases {
  private final JdbcClient db;

  OpenCaseCounts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Map<Long, Integer> of(Collection<Long> listings) {
    return db
        .sql(
            """
            select l.id, count(*) as open from unnest(:ids) as l (id)
            join introduction_case c on (c.need_id = l.id or c.offer_id = l.id)
              and c.state not in ('realised', 'not-reached', 'closed')
            group by l.id
            """)
        .param("ids", listings.toArray(Long[]::new))
        .query((row, _) -> Map.entry(row.getLong("id"), row.getInt("open")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
