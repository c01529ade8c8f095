package jianglian.cases.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.cases.introductions.CaseSight;
import jianglian.liaison.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a reader sees of a case.
@Repository
class CaseReading {
  static final TypeReference<List<SideView.SideRow>> SIDES = new TypeReference<>() {};
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST_ENTRIES = 500;

  static final String SIDES_SQL =
      """
      (select jsonb_agg(jsonb_build_object(
          'position', s.position, 'role', s.role, 'organisation', s.organisation_id, 'organisationName', o.name,
          'park', s.park_id, 'parkCode', k.code, 'parkName', k.name, 'parkShortName', k.short_name, 'parkNameEn', k.name_en,
          'officer', s.officer_id, 'officerName', p.name, 'substitute', s.substitute_id, 'substituteName', b.name,
          'officerAway', exists (
            select 1 from officer_absence a where a.person_id = s.officer_id and :today between a.first_day and a.last_day),
          'assignedAt', s.assigned_at, 'dueAt', s.due_at, 'dueProvisional', s.due_provisional,
          'takenAt', s.taken_at, 'lateAt', s.late_at) order by s.position)
       from case_side s
       join park k on k.id = s.park_id
       left join organisation o on o.id = s.organisation_id
       left join person p on p.id = s.officer_id
       left join person b on b.id = s.substitute_id
       where s.case_id = c.id) as sides
      """;

  private final JdbcClient db;
  private final JsonMapper json;
  private final WorkingDays workingDays;

  CaseReading(JdbcClient db, JsonMapper json, WorkingDays workingDays) {
    this.db = db;
    this.json = json;
    this.workingDays = workingDays;
  }

  Optional<CaseHead> head(String number, Actor actor, Instant now) {
    return db.sql(
            """
            select c.id, c.number, c.title, c.state, c.opened_at, c.state_at, c.closing_result, c.closing_reason,
              c.need_id, n.title as need_title, c.offer_id, f.title as offer_title,
            """
                + SIDES_SQL
                + """
                from introduction_case c
                left join listing n on n.id = c.need_id
                left join listing f on f.id = c.offer_id
                where c.number = :number and\
                """
                + CaseSight.SQL)
        .param("number", number)
        .param("today", LocalDate.ofInstant(now, ZONE))
        .params(CaseSight.of(actor))
        .query(this::head)
        .optional();
  }

  Optional<CasePage> page(String number, Actor actor, Instant now) {
    return head(number, actor, now)
        .map(head -> CasePage.of(head, sides(head, actor, now), entries(head, actor), actor));
  }

  static boolean officer(CaseHead head, Actor actor) {
    var parks = actor.officeOf();
    return head.sides().stream().anyMatch(it -> parks.contains(it.park()));
  }

  private List<SideView> sides(CaseHead head, Actor actor, Instant now) {
    return head.sides().stream().map(it -> side(it, actor, now)).toList();
  }

  private SideView side(SideView.SideRow row, Actor actor, Instant now) {
    var mine = actor.officeOf().contains(row.park());
    var reader = actor instanceof Actor.Person person ? person.id() : -1;
    return new SideView(
        row,
        row.dueAt() == null ? null : workingDays.left(now, row.dueAt()),
        row.takenAt() == null ? 0 : workingDays.taken(row.assignedAt(), row.takenAt()),
        mine && row.dueAt() != null && row.waitsFor(reader),
        mine,
        row.officer() != null && row.officer() == reader,
        row.substitute() != null && row.substitute() == reader);
  }

  /// The newest first. What is kept among officers is read by them and by who reads all.
  List<Entry> entries(CaseHead head, Actor actor) {
    return db.sql(
            """
            select e.id, e.kind, e.state, e.position, o.name as officer, e.result, e.reason, e.text,
              e.visibility = 'officers' as among_officers, p.name as person, l.name as client, e.at,
              d.id as document, d.file_name, d.size_bytes, d.digest, d.removed_at is not null as removed, d.uploaded_by,
              (select string_agg(r.name, '、' order by g.at)
               from case_document_reading g join person r on r.id = g.person_id
               where g.document_id = d.id and g.person_id is distinct from d.uploaded_by) as readers
            from case_event e
            left join person p on p.id = e.person_id
            left join person o on o.id = e.officer_id
            left join api_client l on l.id = e.client_id
            left join case_document d on d.event_id = e.id
            where e.case_id = :case and (:officers or e.visibility = 'parties')
            order by e.id desc
            limit :most
            """)
        .param("case", head.id())
        .param("officers", actor.readsAll() || officer(head, actor))
        .param("most", MOST_ENTRIES)
        .query(CaseReading::entry)
        .list();
  }

  private CaseHead head(ResultSet row, int number) throws SQLException {
    return new CaseHead(
        row.getLong("id"),
        row.getString("number"),
        row.getString("title"),
        CaseState.of(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("state_at").toInstant(),
        row.getString("closing_result"),
        row.getString("closing_reason"),
        row.getObject("need_id", Long.class),
        row.getString("need_title"),
        row.getObject("offer_id", Long.class),
        row.getString("offer_title"),
        json.readValue(row.getString("sides"), SIDES));
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("state"),
        row.getObject("position", Integer.class),
        row.getString("officer"),
        row.getString("result"),
        row.getString("reason"),
        row.getString("text"),
        row.getBoolean("among_officers"),
        row.getString("person"),
        row.getString("client"),
        row.getTimestamp("at").toInstant(),
        paper(row));
  }

  private static Entry.@Nullable Paper paper(ResultSet row) throws SQLException {
    var id = row.getObject("document", Long.class);
    if (id == null) return null;
    return new Entry.Paper(
        id,
        row.getString("file_name"),
        row.getLong("size_bytes"),
        row.getString("digest"),
        row.getBoolean("removed"),
        row.getObject("uploaded_by", Long.class),
        row.getString("readers"));
  }
}
