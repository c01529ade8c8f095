package jianglian.portal.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.cooperation.Sight;
import jianglian.search.SearchResult.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind the index's hits as they stand now; what this actor may not see any more is left
/// out.
@Repository
class FoundRows {
  private final JdbcClient db;

  FoundRows(JdbcClient db) {
    this.db = db;
  }

  List<Found> of(List<Hit> hits, Actor actor) {
    var rows =
        db
            .sql(
                """
                select f.*, p.short_name as park, p.name_en as park_en, o.name as by
                from (
                  select 'release' as source, r.id, r.kind, null as code, r.park_id, null::bigint as organisation_id,
                    r.document_number as number, r.released_at as at, r.valid_until as until
                  from release r
                  where r.id = any(:release) and (r.state in ('published', 'stale') or :sightAll
                    or (r.state not in ('draft', 'merged') and r.park_id = any(:sightParks)))
                  union all
                  select l.side, l.id, l.side, null, l.park_id, l.organisation_id, null, l.opened_at, l.expires_on
                  from listing l where l.id = any(:listing) and
                """
                    + Sight.SQL
                    + """
                      union all
                      select 'park', id, 'park', code, id, null, null, null, null
                      from park where id = any(:park) and (state = 'member' or :sightAll)
                      union all
                      select 'organisation', id, 'organisation', null, park_id, null, null, null, null
                      from organisation where id = any(:organisation) and (state = 'admitted' or :sightAll
                        or park_id = any(:sightParks) or id = any(:sightOrganisations))
                    ) f
                    left join park p on p.id = f.park_id
                    left join organisation o on o.id = f.organisation_id
                    """)
            .param("release", ids(hits, "release"))
            .param("listing", ids(hits, "need", "offer"))
            .param("park", ids(hits, "park"))
            .param("organisation", ids(hits, "organisation"))
            .params(Sight.of(actor).parameters())
            .query(FoundRows::row)
            .list()
            .stream()
            .collect(Collectors.toMap(it -> it.source() + it.id(), Function.identity()));
    return hits.stream().map(it -> found(it, rows)).filter(Objects::nonNull).toList();
  }

  private static @Nullable Found found(Hit hit, Map<String, Found.Row> rows) {
    var row = rows.get(hit.kind() + hit.id());
    return row == null ? null : new Found(row, hit.titleHtml(), hit.snippetHtml());
  }

  private static Long[] ids(List<Hit> hits, String... kinds) {
    var wanted = List.of(kinds);
    return hits.stream().filter(it -> wanted.contains(it.kind())).map(Hit::id).toArray(Long[]::new);
  }

  private static Found.Row row(ResultSet row, int number) throws SQLException {
    return new Found.Row(
        row.getString("source"),
        row.getLong("id"),
        row.getString("kind"),
        row.getString("code"),
        row.getString("park"),
        row.getString("park_en"),
        row.getString("by"),
        row.getString("number"),
        instant(row),
        row.getObject("until", LocalDate.class));
  }

  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    var at = row.getTimestamp("at");
    return at == null ? null : at.toInstant();
  }
}
