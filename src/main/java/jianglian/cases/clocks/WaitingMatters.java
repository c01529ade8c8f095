package jianglian.cases.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import jianglian.cases.CaseAddress;
import jianglian.cases.CaseState;
import jianglian.cases.introductions.CaseLimits;
import jianglian.web.Limit;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for a person in this module, read in one statement: cases to take or to move for
/// officers, interests to answer for firms, for officers those their firms have left unanswered
/// past the limit, and for the secretariat the cases that a park has left past theirs.
@Component
class WaitingMatters implements WorkItems {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST = 200;

  private final JdbcClient db;
  private final CaseLimits limits;
  private final Clock clock;

  WaitingMatters(JdbcClient db, CaseLimits limits, Clock clock) {
    this.db = db;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    if (!(actor instanceof Actor.Person person)) return List.of();
    var now = clock.instant();
    return db
        .sql(
            """
            (select 'case' as matter, c.number as name, c.title, c.state, s.taken_at is null as mine, s.due_at,
               case when s.taken_at is null then s.assigned_at else c.state_at end as since,
               (select string_agg(k.short_name, '、' order by x.position)
                from case_side x join park k on k.id = x.park_id
                where x.case_id = c.id and x.position <> s.position) as park,
               (select string_agg(o.name, '、' order by x.position)
                from case_side x join organisation o on o.id = x.organisation_id
                where x.case_id = c.id and x.position <> s.position) as firm
             from case_side s
             join introduction_case c on c.id = s.case_id
             where s.due_at is not null and s.park_id = any(:office) and (
               s.officer_id = :person or s.officer_id is null
               or (s.substitute_id = :person and exists (
                 select 1 from officer_absence a where a.person_id = s.officer_id and :today between a.first_day and a.last_day)))
             order by s.due_at
             limit :most)
            union all
            (select 'interest', i.id::text, f.title, i.state,
               i.to_organisation is null or coalesce(i.to_organisation = any(:organisations), false), null, i.expressed_at,
               k.short_name, coalesce(o.name, k.name)
             from interest i
             join listing f on f.id = case i.from_side when 'need' then i.need_id else i.offer_id end
             join park k on k.id = i.from_park
             left join organisation o on o.id = i.from_organisation
             where i.state = 'waiting' and (i.to_organisation = any(:organisations) or i.to_park = any(:office))
             order by i.expressed_at
             limit :most)
            union all
            (select 'late', c.number, c.title, c.state, s.taken_at is null, s.due_at, s.assigned_at,
               k.short_name, coalesce(f.name, p.name, '')
             from case_side s
             join introduction_case c on c.id = s.case_id
             join park k on k.id = s.park_id
             left join person f on f.id = s.officer_id
             left join person p on p.id = s.substitute_id
             where :secretariat and s.due_at < :now
             order by s.due_at
             limit :most)
            """)
        .param("office", actor.officeOf().toArray(Long[]::new))
        .param("organisations", actor.organisations().toArray(Long[]::new))
        .param("person", person.id())
        .param("today", LocalDate.ofInstant(now, ZONE))
        .param("secretariat", actor.secretariat())
        .param("now", now.atZone(ZONE).toOffsetDateTime())
        .param("most", MOST)
        .query((row, _) ->
            switch (row.getString("matter")) {
              case "case" -> aCase(row);
              case "late" -> late(row);
              default -> interest(row, now);
            })
        .list()
        .stream()
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<WorkItem> aCase(ResultSet row) throws SQLException {
    var untaken = row.getBoolean("mine");
    var state = CaseState.of(row.getString("state"));
    var firm = row.getString("firm");
    var park = row.getString("park");
    return Stream.of(
        new WorkItem(
            untaken ? "work.case-to-take" : "work.case-next." + state.code(),
            row.getString("title"),
            row.getString("name"),
            firm == null ? park : park + " " + firm,
            untaken ? "work.case-to-take.act" : "work.case-next.act",
            CaseAddress.of(row.getString("name")),
            new Limit.At(row.getTimestamp("due_at").toInstant()),
            row.getTimestamp("since").toInstant()));
  }

  private static Stream<WorkItem> late(ResultSet row) throws SQLException {
    return Stream.of(
        new WorkItem(
            "work.case-late",
            row.getString("title"),
            row.getString("name"),
            row.getString("park") + " " + row.getString("firm"),
            "work.case-late.act",
            CaseAddress.of(row.getString("name")),
            new Limit.At(row.getTimestamp("due_at").toInstant()),
            row.getTimestamp("since").toInstant()));
  }

  /// An officer is asked only once the firm has let the limit pass.
  private Stream<WorkItem> interest(ResultSet row, Instant now) throws SQLException {
    var asked = row.getTimestamp("since").toInstant();
    var due = limits.firstAnswer(asked).at();
    if (!row.getBoolean("mine") && !now.isAfter(due)) return Stream.empty();
    return Stream.of(
        new WorkItem(
            "work.interest-to-answer",
            row.getString("title"),
            row.getString("park"),
            row.getString("firm"),
            "work.interest-to-answer.act",
            "/interests/" + row.getString("name"),
            new Limit.At(due),
            asked));
  }
}
