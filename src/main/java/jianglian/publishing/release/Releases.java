package jianglian.publishing.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.ReleaseState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The releases, read and written by the set: one release or a thousand take the same statements.
@Repository
public class Releases {
  private static final TypeReference<List<Clause>> CLAUSES = new TypeReference<>() {};

  private static final String SELECT =
      """
      select r.*, (
        select jsonb_agg(jsonb_build_object('title', c.title, 'audience', c.audience, 'conditions', c.conditions,
          'support', c.support, 'amountMax', c.amount_max, 'delivery', c.delivery, 'office', c.office) order by c.position)
        from release_clause c where c.release_id = r.id) as clauses
      from release r
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  Releases(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  public List<Long> newIds(int count) {
    return db.sql(
            "select nextval(pg_get_serial_sequence('release', 'id')) from generate_series(1, :count)")
        .param("count", count)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  public Optional<Release> byId(long id) {
    return db.sql(SELECT + "where r.id = :id").param("id", id).query(this::release).optional();
  }

  /// The release, which stays as it is for others until this transaction ends.
  public Optional<Release> lock(long id) {
    return db.sql(SELECT + "where r.id = :id for no key update of r")
        .param("id", id)
        .query(this::release)
        .optional();
  }

  public List<Release> lock(Collection<Long> ids) {
    return db.sql(SELECT + "where r.id = any(:ids) order by r.id for no key update of r")
        .param("ids", ids.toArray(Long[]::new))
        .query(this::release)
        .list();
  }

  /// The park's releases by its own ids. From here to the end of the transaction nobody else takes
  /// deliveries of that park, so that what is missing stays missing.
  Map<String, Release> lock(long park, Collection<String> externalIds) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('release of park', :park))")
        .param("park", park)
        .query((_, _) -> 0)
        .single();
    var found = new HashMap<String, Release>();
    db.sql(
            SELECT
                + "where r.park_id = :park and r.external_id = any(:ids) order by r.id for no key update of r")
        .param("park", park)
        .param("ids", externalIds.toArray(String[]::new))
        .query(this::release)
        .list()
        .forEach(it -> found.put(String.valueOf(it.externalId()), it));
    return found;
  }

  public void save(Collection<Release> releases) {
    if (releases.isEmpty()) return;
    var rows = new ArrayList<Row>(releases.size());
    var clauses = new ArrayList<ClauseRow>();
    for (var release : releases) {
      rows.add(Row.of(release));
      clauses.addAll(ClauseRow.of(release));
    }
    db.sql(
            """
            insert into release (id, park_id, external_id, kind, title, title_key, summary, body_source, body_format,
              body_html, body_lead, document_number, document_agency, document_year, document_serial, issuer, published_on, valid_until,
              industries, regions, audience, source_url, lang, state, state_reason, merged_into, digest, delivered_at,
              confirmed, held, checked_version, created_at, updated_at, released_at, version)
            overriding system value
            select id, park_id, external_id, kind, title, title_key, summary, body_source, body_format,
              body_html, body_lead, document_number, document_agency, document_year, document_serial, issuer, published_on, valid_until,
              industries, regions, audience, source_url, lang, state, state_reason, merged_into, digest, delivered_at,
              confirmed, held, checked_version, created_at, updated_at, released_at, version
            from json_populate_recordset(null::release, :rows::json)
            on conflict (id) do update set
              kind = excluded.kind, title = excluded.title, title_key = excluded.title_key, summary = excluded.summary,
              body_source = excluded.body_source, body_format = excluded.body_format,
              body_html = excluded.body_html, body_lead = excluded.body_lead, document_number = excluded.document_number,
              document_agency = excluded.document_agency, document_year = excluded.document_year,
              document_serial = excluded.document_serial, issuer = excluded.issuer, published_on = excluded.published_on,
              valid_until = excluded.valid_until, industries = excluded.industries, regions = excluded.regions,
              audience = excluded.audience, source_url = excluded.source_url, lang = excluded.lang, state = excluded.state,
              state_reason = excluded.state_reason, merged_into = excluded.merged_into, digest = excluded.digest,
              delivered_at = excluded.delivered_at, confirmed = excluded.confirmed, held = excluded.held,
              checked_version = excluded.checked_version, updated_at = excluded.updated_at,
              released_at = excluded.released_at, version = excluded.version
            """)
        .param("rows", json.writeValueAsString(rows))
        .update();
    db.sql("delete from release_clause where release_id = any(:ids)")
        .param("ids", releases.stream().map(Release::id).toArray(Long[]::new))
        .update();
    if (!clauses.isEmpty()) {
      db.sql(
              "insert into release_clause select * from json_populate_recordset(null::release_clause, :rows::json)")
          .param("rows", json.writeValueAsString(clauses))
          .update();
    }
  }

  /// Keeps what each release says now as its current version; one that says the same as before has
  /// its version already.
  public void keepVersions(Collection<Release> releases, String author, Instant at) {
    var rows =
        releases.stream()
            .map(it -> new VersionRow(it.id(), it.version(), it.content(), at, author))
            .toList();
    if (rows.isEmpty()) return;
    db.sql(
            """
            insert into release_version select * from json_populate_recordset(null::release_version, :rows::json)
            on conflict (release_id, version) do nothing
            """)
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  private record VersionRow(
      @JsonProperty("release_id") long release,
      int version,
      ReleaseContent content,
      Instant at,
      String author) {}

  private record ClauseRow(
      @JsonProperty("release_id") long release,
      int position,
      String title,
      String audience,
      List<String> conditions,
      String support,
      @JsonProperty("amount_max") @Nullable Long amountMax,
      Clause.@Nullable Delivery delivery,
      @Nullable String office) {

    static List<ClauseRow> of(Release release) {
      var rows = new ArrayList<ClauseRow>();
      for (var it : release.content().clauses()) {
        rows.add(
            new ClauseRow(
                release.id(),
                rows.size(),
                it.title(),
                it.audience(),
                it.conditions(),
                it.support(),
                it.amountMax(),
                it.delivery(),
                it.office()));
      }
      return rows;
    }
  }

  /// One row of the table, named as its columns.
  private record Row(
      long id,
      @JsonProperty("park_id") @Nullable Long park,
      @JsonProperty("external_id") @Nullable String externalId,
      ReleaseKind kind,
      String title,
      @JsonProperty("title_key") String titleKey,
      String summary,
      @JsonProperty("body_source") String bodySource,
      @JsonProperty("body_format") BodyFormat bodyFormat,
      @JsonProperty("body_html") String bodyHtml,
      @JsonProperty("body_lead") String bodyLead,
      @JsonProperty("document_number") @Nullable String documentNumber,
      @JsonProperty("document_agency") @Nullable String documentAgency,
      @JsonProperty("document_year") @Nullable Integer documentYear,
      @JsonProperty("document_serial") @Nullable Integer documentSerial,
      @Nullable String issuer,
      @JsonProperty("published_on") LocalDate publishedOn,
      @JsonProperty("valid_until") @Nullable LocalDate validUntil,
      List<String> industries,
      List<String> regions,
      List<String> audience,
      @JsonProperty("source_url") @Nullable String sourceUrl,
      String lang,
      ReleaseState state,
      @JsonProperty("state_reason") @Nullable String stateReason,
      @JsonProperty("merged_into") @Nullable Long mergedInto,
      String digest,
      @JsonProperty("delivered_at") @Nullable Instant deliveredAt,
      Set<String> confirmed,
      boolean held,
      @JsonProperty("checked_version") @Nullable Integer checkedVersion,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("updated_at") Instant updatedAt,
      @JsonProperty("released_at") @Nullable Instant releasedAt,
      int version) {
    static Row of(Release release) {
      var says = release.content();
      var number =
          Optional.ofNullable(says.documentNumber()).flatMap(DocumentNumber::parse).orElse(null);
      return new Row(
          release.id(),
          release.park(),
          release.externalId(),
          says.kind(),
          says.title(),
          says.titleKey(),
          says.summary(),
          says.body().source(),
          says.body().format(),
          says.body().html(),
          says.body().lead(),
          says.documentNumber(),
          number == null ? null : number.agency(),
          number == null ? null : number.year(),
          number == null ? null : number.serial(),
          says.issuer(),
          says.publishedOn(),
          says.validUntil(),
          says.industries(),
          says.regions(),
          says.audience(),
          says.sourceUrl(),
          says.lang(),
          release.state(),
          release.reason(),
          release.mergedInto(),
          release.digest(),
          release.deliveredAt(),
          release.confirmed(),
          release.held(),
          release.checkedVersion(),
          release.createdAt(),
          release.updatedAt(),
          release.releasedAt(),
          release.version());
    }
  }

  private Release release(ResultSet row, int number) throws SQLException {
    var clauses = row.getString("clauses");
    return new Release(
        row.getLong("id"),
        row.getObject("park_id", Long.class),
        row.getString("external_id"),
        new ReleaseContent(
            ReleaseKind.of(row.getString("kind")).orElseThrow(),
            row.getString("title"),
            row.getString("summary"),
            body(row),
            row.getString("document_number"),
            row.getString("issuer"),
            row.getObject("published_on", LocalDate.class),
            row.getObject("valid_until", LocalDate.class),
            texts(row.getArray("industries")),
            texts(row.getArray("regions")),
            texts(row.getArray("audience")),
            clauses == null ? List.of() : json.readValue(clauses, CLAUSES),
            row.getString("source_url"),
            row.getString("lang")),
        ReleaseState.of(row.getString("state")),
        row.getString("state_reason"),
        row.getObject("merged_into", Long.class),
        row.getString("digest"),
        instant(row, "delivered_at"),
        Set.copyOf(texts(row.getArray("confirmed"))),
        row.getBoolean("held"),
        row.getObject("checked_version", Integer.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        instant(row, "released_at"),
        row.getInt("version"));
  }

  private static Body body(ResultSet row) throws SQLException {
    return new Body(
        row.getString("body_source"),
        BodyFormat.of(row.getString("body_format")).orElseThrow(),
        row.getString("body_html"),
        row.getString("body_lead"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
