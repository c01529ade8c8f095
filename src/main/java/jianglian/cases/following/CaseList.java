package jianglian.cases.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.cases.introductions.CaseSight;
import jianglian.liaison.WorkingDays;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The cases a reader sees, the newest first.
@Repository
class CaseList {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String MINE =
      """
      (not :mine or exists (
        select 1 from case_side m where m.case_id = c.id and (m.officer_id = :person or m.substitute_id = :person)))
      """;

  private static final String LATE =
      "exists (select 1 from case_side t where t.case_id = c.id and t.due_at < :now) ";

  private final JdbcClient db;
  private final JsonMapper json;
  private final WorkingDays workingDays;

  CaseList(JdbcClient db, JsonMapper json, WorkingDays workingDays) {
    this.db = db;
    this.json = json;
    this.workingDays = workingDays;
  }

  Slice<CaseRow> of(Actor actor, CaseFilter filter, @Nullable Long after, int size, Instant now) {
    var rows =
        db.sql(
                """
                select c.id, c.number, c.title, c.state, c.closing_result, c.opened_at,
                """
                    + CaseReading.SIDES_SQL
                    + """
                    from introduction_case c
                    where c.state = any(:states) and (:after::bigint is null or c.id < :after) and\
                    """
                    + MINE
                    + "and (not :late or "
                    + LATE
                    + ") and "
                    + CaseSight.SQL
                    + "order by c.id desc limit :limit")
            .param("states", filter.states())
            .param("after", after)
            .param("mine", filter.mine())
            .param("late", filter.late())
            .param("now", now.atZone(ZONE).toOffsetDateTime())
            .param("person", reader(actor))
            .param("limit", size + 1)
            .param("today", LocalDate.ofInstant(now, ZONE))
            .params(CaseSight.of(actor))
            .query((row, _) -> row(row, actor, now))
            .list();
    return Slice.of(rows, size, it -> "" + it.id());
  }

  /// How many the reader sees.
  CaseCounts counts(Actor actor, boolean mine, Instant now) {
    var counts = new LinkedHashMap<CaseState, Integer>();
    var late = new AtomicInteger();
    db.sql(
            "select c.state, count(*) as n, count(*) filter (where "
                + LATE
                + ") as late from introduction_case c where "
                + MINE
                + "and "
                + CaseSight.SQL
                + "group by c.state")
        .param("mine", mine)
        .param("now", now.atZone(ZONE).toOffsetDateTime())
        .param("person", reader(actor))
        .params(CaseSight.of(actor))
        .query(row -> {
          counts.put(CaseState.of(row.getString("state")), row.getInt("n"));
          late.addAndGet(row.getInt("late"));
        });
    return new CaseCounts(counts, late.get());
  }

  private CaseRow row(ResultSet row, Actor actor, Instant now) throws SQLException {
    var sides = json.readValue(row.getString("sides"), CaseReading.SIDES);
    var due =
        sides.stream()
            .map(SideView.SideRow::dueAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    var parks = actor.officeOf();
    var turn =
        sides.stream()
            .anyMatch(it ->
                it.dueAt() != null && parks.contains(it.park()) && it.waitsFor(reader(actor)));
    return new CaseRow(
        row.getLong("id"),
        row.getString("number"),
        row.getString("title"),
        CaseState.of(row.getString("state")),
        row.getString("closing_result"),
        row.getTimestamp("opened_at").toInstant(),
        sides,
        due == null ? null : workingDays.left(now, due),
        turn);
  }

  private static long reader(Actor actor) {
    return actor instanceof Actor.Person person ? person.id() : -1;
  }
}
