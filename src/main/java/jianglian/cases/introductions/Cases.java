package jianglian.cases.introductions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import jianglian.liaison.Due;
import jianglian.matching.CodedReason;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases to be changed: one is loaded with its row locked, so that its sides act one after the
/// other.
@Repository
public class Cases {
  private static final String SELECT =
      """
      select c.id, c.number, c.title, c.interest_id, c.state, c.state_at, c.closing_result, c.closing_reason
      from introduction_case c
      """;

  private final JdbcClient db;

  Cases(JdbcClient db) {
    this.db = db;
  }

  public IntroductionCase locked(String number, Actor actor) {
    return db.sql(SELECT + "where c.number = :number and " + CaseSight.SQL + "for update of c")
        .param("number", number)
        .params(CaseSight.of(actor))
        .query(this::matter)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// For jobs, which act for the platform.
  Optional<IntroductionCase> locked(long id) {
    return db.sql(SELECT + "where c.id = :id for update of c")
        .param("id", id)
        .query(this::matter)
        .optional();
  }

  /// The case that an accepted interest became.
  public Optional<IntroductionCase> ofInterest(long interest) {
    return db.sql(SELECT + "where c.interest_id = :interest")
        .param("interest", interest)
        .query(this::matter)
        .optional();
  }

  long add(String number, String title, long interest, long need, long offer, Instant now) {
    return db.sql(
            """
            insert into introduction_case (number, title, interest_id, need_id, offer_id, state, opened_at, state_at)
            values (:number, :title, :interest, :need, :offer, 'waiting', :now, :now)
            returning id
            """)
        .param("number", number)
        .param("title", title)
        .param("interest", interest)
        .param("need", need)
        .param("offer", offer)
        .param("now", at(now))
        .query(Long.class)
        .single();
  }

  void add(long matter, CaseSide side) {
    db.sql(
            """
            insert into case_side (case_id, position, role, organisation_id, park_id, officer_id, substitute_id,
              assigned_at, due_at, due_provisional, taken_at, taken_by, late_at)
            values (:case, :position, :role, :organisation, :park, :officer, :substitute,
              :assignedAt, :dueAt, :dueProvisional, :takenAt, :takenBy, :lateAt)
            """)
        .param("case", matter)
        .params(row(side))
        .update();
  }

  void save(IntroductionCase matter) {
    var closing = matter.closing();
    db.sql(
            """
            update introduction_case set state = :state, state_at = :stateAt, closing_result = :result, closing_reason = :reason
            where id = :id
            """)
        .param("id", matter.id())
        .param("state", matter.state().code())
        .param("stateAt", at(matter.stateAt()))
        .param("result", closing == null ? null : closing.result().code())
        .param(
            "reason", closing == null || closing.reason() == null ? null : closing.reason().code())
        .update();
    matter.sides().forEach(it -> save(matter.id(), it));
  }

  private void save(long matter, CaseSide side) {
    db.sql(
            """
            update case_side set officer_id = :officer, substitute_id = :substitute, assigned_at = :assignedAt,
              due_at = :dueAt, due_provisional = :dueProvisional, taken_at = :takenAt, taken_by = :takenBy, late_at = :lateAt
            where case_id = :case and position = :position
            """)
        .param("case", matter)
        .params(row(side))
        .update();
  }

  private static Map<String, @Nullable Object> row(CaseSide side) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("position", side.position());
    row.put("role", side.role().code());
    row.put("organisation", side.organisation());
    row.put("park", side.park());
    row.put("officer", side.officer());
    row.put("substitute", side.substitute());
    row.put("assignedAt", at(side.assignedAt()));
    row.put("dueAt", side.due() == null ? null : at(side.due().at()));
    row.put("dueProvisional", side.due() != null && side.due().provisional());
    row.put("takenAt", side.takenAt() == null ? null : at(side.takenAt()));
    row.put("takenBy", side.takenBy());
    row.put("lateAt", side.lateAt() == null ? null : at(side.lateAt()));
    return row;
  }

  private IntroductionCase matter(ResultSet row, int number) throws SQLException {
    var id = row.getLong("id");
    return new IntroductionCase(
        id,
        row.getString("number"),
        row.getString("title"),
        row.getObject("interest_id", Long.class),
        CaseState.of(row.getString("state")),
        row.getTimestamp("state_at").toInstant(),
        closing(row),
        sides(id));
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    var result = row.getString("closing_result");
    if (result == null) return null;
    var reason = row.getString("closing_reason");
    return new Closing(
        ClosingResult.of(result), reason == null ? null : CodedReason.find(reason).orElseThrow());
  }

  private List<CaseSide> sides(long matter) {
    return db.sql(
            """
            select position, role, organisation_id, park_id, officer_id, substitute_id, assigned_at, due_at, due_provisional,
              taken_at, taken_by, late_at
            from case_side where case_id = :case order by position
            """)
        .param("case", matter)
        .query(Cases::side)
        .list();
  }

  private static CaseSide side(ResultSet row, int number) throws SQLException {
    var due = instant(row, "due_at");
    return new CaseSide(
        row.getInt("position"),
        SideRole.of(row.getString("role")),
        row.getObject("organisation_id", Long.class),
        row.getLong("park_id"),
        row.getObject("officer_id", Long.class),
        row.getObject("substitute_id", Long.class),
        row.getTimestamp("assigned_at").toInstant(),
        due == null ? null : new Due(due, row.getBoolean("due_provisional")),
        instant(row, "taken_at"),
        row.getObject("taken_by", Long.class),
        instant(row, "late_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
