package jianglian.identity.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jianglian.audit.Role;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class PeopleQuery {
  private static final int SIZE = 100;

  private final JdbcClient db;

  PeopleQuery(JdbcClient db) {
    this.db = db;
  }

  PeoplePage page(Granting granting, String q, long after) {
    return new PeoplePage(
        held(granting, q, after),
        invited(granting),
        asking(granting),
        granting.roles(),
        places(granting));
  }

  private Slice<PeoplePage.Held> held(Granting granting, String q, long after) {
    var rows =
        scoped(
                """
                select g.id, p.name, p.email, g.role, g.valid_from, g.valid_until, coalesce(k.short_name, o.name, '') as scope
                from authority g join person p on p.id = g.person_id
                left join park k on g.scope_kind = 'park' and k.id = g.scope_id
                left join organisation o on g.scope_kind = 'organisation' and o.id = g.scope_id
                where (g.valid_until is null or g.valid_until > now()) and g.id > :after
                  and (position(:q in lower(p.name)) > 0 or position(:q in lower(coalesce(p.email, ''))) > 0) and
                """
                    + Granting.condition("g")
                    + " order by g.id limit "
                    + (SIZE + 1),
                granting)
            .param("after", after)
            .param("q", q.strip().toLowerCase(java.util.Locale.ROOT))
            .query((row, _) ->
                new PeoplePage.Held(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("email"),
                    Role.of(row.getString("role")),
                    row.getString("scope"),
                    moment(row, "valid_from"),
                    until(row)))
            .list();
    return Slice.of(rows, SIZE, it -> Long.toString(it.id()));
  }

  private List<PeoplePage.Invited> invited(Granting granting) {
    return scoped(
            """
            select i.id, i.name, i.email, i.role, i.expires_at, coalesce(k.short_name, o.name, '') as scope
            from invitation i
            left join park k on i.scope_kind = 'park' and k.id = i.scope_id
            left join organisation o on i.scope_kind = 'organisation' and o.id = i.scope_id
            where i.accepted_at is null and i.withdrawn_at is null and
            """
                + Granting.condition("i")
                + " order by i.id desc limit 200",
            granting)
        .query((row, _) ->
            new PeoplePage.Invited(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getString("scope"),
                moment(row, "expires_at")))
        .list();
  }

  private List<PeoplePage.Asking> asking(Granting granting) {
    return scoped(
            """
            select j.id, p.name, p.email, o.name as organisation, j.requested_at
            from join_request j join person p on p.id = j.person_id join organisation o on o.id = j.organisation_id
            where j.decided_at is null and :alliance is not null
              and (o.id = any(:organisations) or o.park_id = any(:parks))
            order by j.id limit 200
            """,
            granting)
        .query((row, _) ->
            new PeoplePage.Asking(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("organisation"),
                moment(row, "requested_at")))
        .list();
  }

  private List<PeoplePage.Place> places(Granting granting) {
    return scoped(
            """
            select 'park:' || id as value, short_name as name from park
            where (:alliance and state = 'member') or id = any(:parks)
            union all
            select 'organisation:' || id, name from organisation where id = any(:organisations)
            """,
            granting)
        .query((row, _) -> new PeoplePage.Place(row.getString("value"), row.getString("name")))
        .list();
  }

  private StatementSpec scoped(String sql, Granting granting) {
    return db.sql(sql)
        .param("alliance", granting.alliance())
        .param("parks", granting.parks().toArray(Long[]::new))
        .param("organisations", granting.organisations().toArray(Long[]::new));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant until(ResultSet row) throws SQLException {
    var until = row.getObject("valid_until", OffsetDateTime.class);
    return until == null ? null : until.toInstant();
  }
}
