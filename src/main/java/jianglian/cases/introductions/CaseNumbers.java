package jianglian.cases.introductions;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Numbers for life, such as 对接-2026-000123, without a gap: the year's row stays locked until the
/// transaction ends, so a number that was not used is given to the next case.
@Repository
class CaseNumbers {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final JdbcClient db;

  CaseNumbers(JdbcClient db) {
    this.db = db;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public String next(Instant now) {
    var year = now.atZone(ZONE).getYear();
    var serial =
        db.sql(
                """
                insert into case_number (year, last) values (:year, 1)
                on conflict (year) do update set last = case_number.last + 1
                returning last
                """)
            .param("year", year)
            .query(Integer.class)
            .single();
    return "对接-%d-%06d".formatted(year, serial);
  }
}
