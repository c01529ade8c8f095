package jianglian.publishing.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.publishing.release.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Releases through what the actor may see: what is public, what belongs to the actor's park, and
/// everything for those who read everything.
@Repository
class ReleaseReading {
  private static final TypeReference<List<Clause>> CLAUSES = new TypeReference<>() {};

  static final String VISIBLE =
      "(r.state in ('published', 'stale') or r.park_id = any(:parks) or :all)";

  private final JdbcClient db;
  private final JsonMapper json;

  ReleaseReading(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  Optional<ReleasePage> one(long id, Actor actor) {
    return db.sql(
            """
            select r.*, p.code as park_code, p.short_name as park, (
              select jsonb_agg(jsonb_build_object('title', c.title, 'audience', c.audience, 'conditions', c.conditions,
                'support', c.support, 'amountMax', c.amount_max, 'delivery', c.delivery, 'office', c.office) order by c.position)
              from release_clause c where c.release_id = r.id) as clauses
            from release r left join park p on p.id = r.park_id
            where r.id = :id and\
            """
                + VISIBLE)
        .param("id", id)
        .param("parks", actor.officeOf().toArray(Long[]::new))
        .param("all", actor.readsAll())
        .query(this::page)
        .optional();
  }

  /// Where a merged release leads its readers.
  Optional<Long> mergedInto(long id) {
    return db.sql("select merged_into from release where id = :id and state = 'merged'")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  /// Those of the ids the actor may see, by id.
  Map<Long, ReleaseCard> cards(Collection<Long> ids, Actor actor) {
    return db
        .sql(
            """
            select r.id, case when r.park_id = any(:parks) then r.external_id end as external_id, r.kind, r.state, r.title,
              r.lead, p.code as park_code, p.short_name as park, r.issuer, r.document_number, r.published_on,
              r.valid_until, coalesce(r.released_at, r.updated_at) as at
            from release r left join park p on p.id = r.park_id
            where r.id = any(:ids) and\
            """
                + VISIBLE)
        .param("ids", ids.toArray(Long[]::new))
        .param("parks", actor.officeOf().toArray(Long[]::new))
        .param("all", actor.readsAll())
        .query(ReleaseReading::card)
        .list()
        .stream()
        .collect(Collectors.toMap(ReleaseCard::id, Function.identity()));
  }

  /// The newest public releases of a park, with how many there are in all.
  record Newest(List<ReleaseCard> cards, long total) {}

  Newest newest(long park, int size) {
    var total = new AtomicLong();
    var cards =
        db.sql(
                """
                select r.id, null as external_id, r.kind, r.state, r.title, r.lead, p.code as park_code,
                  p.short_name as park, r.issuer, r.document_number, r.published_on, r.valid_until,
                  coalesce(r.released_at, r.updated_at) as at, count(*) over () as total
                from release r join park p on p.id = r.park_id
                where r.park_id = :park and r.state in ('published', 'stale')
                order by r.published_on desc, r.id desc
                limit :size
                """)
            .param("park", park)
            .param("size", size)
            .query((row, number) -> {
              total.set(row.getLong("total"));
              return card(row, number);
            })
            .list();
    return new Newest(cards, total.get());
  }

  /// The sanitised HTML of releases that everyone may read, for feeds.
  Map<Long, String> bodies(Collection<Long> ids) {
    return db
        .sql(
            """
            select id, body_html from release where id = any(:ids) and state in ('published', 'stale')
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The id of the park's own release with that external id.
  Optional<Long> own(String externalId, Actor.Client client) {
    return db.sql("select id from release where park_id = :park and external_id = :id")
        .param("park", client.park())
        .param("id", externalId)
        .query(Long.class)
        .optional();
  }

  /// Names of parks by code, for facets.
  Map<String, String> parkNames(Collection<String> codes) {
    return db
        .sql("select code, short_name from park where code = any(:codes)")
        .param("codes", codes.toArray(String[]::new))
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ReleaseCard card(ResultSet row, int number) throws SQLException {
    var title = row.getString("title");
    var lead = row.getString("lead");
    return new ReleaseCard(
        row.getLong("id"),
        row.getString("external_id"),
        row.getString("kind"),
        row.getString("state"),
        title,
        HtmlUtils.htmlEscape(title, "UTF-8"),
        lead,
        HtmlUtils.htmlEscape(lead, "UTF-8"),
        row.getString("park_code"),
        row.getString("park"),
        row.getString("issuer"),
        row.getString("document_number"),
        row.getObject("published_on", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private ReleasePage page(ResultSet row, int number) throws SQLException {
    var clauses = row.getString("clauses");
    return new ReleasePage(
        row.getLong("id"),
        row.getObject("park_id", Long.class),
        row.getString("external_id"),
        row.getString("kind"),
        row.getString("state"),
        row.getString("state_reason"),
        row.getString("title"),
        row.getString("lead"),
        row.getString("body_html"),
        row.getString("document_number"),
        row.getString("issuer"),
        row.getString("park_code"),
        row.getString("park"),
        row.getObject("published_on", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        texts(row.getArray("industries")),
        texts(row.getArray("regions")),
        texts(row.getArray("audience")),
        clauses == null ? List.of() : json.readValue(clauses, CLAUSES),
        row.getString("source_url"),
        row.getString("lang"),
        row.getInt("version"),
        row.getObject("merged_into", Long.class),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
