package jianglian.liaison.officers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The officers of the actor's parks; of every park for who reads all.
@Repository
class OfficersQuery {
  private static final TypeReference<List<ParkOfficers.Row>> ROWS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  OfficersQuery(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  List<ParkOfficers> seenBy(Actor actor, LocalDate today) {
    return db.sql(
            """
            select k.id, k.name, k.id = any(:administered) as administered,
              coalesce((
                select jsonb_agg(jsonb_build_object(
                    'id', p.id, 'name', p.name, 'substitute', s.id, 'substituteName', s.name,
                    'absences', (
                      select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'firstDay', b.first_day, 'lastDay', b.last_day)
                        order by b.first_day), '[]')
                      from officer_absence b where b.person_id = p.id and b.last_day >= :today)
                  ) order by p.id)
                from person p
                left join liaison_officer o on o.person_id = p.id and o.park_id = k.id
                left join person s on s.id = o.substitute_id
                where p.id in (
                  select g.person_id from authority g
                  where g.role = 'liaison' and g.scope_kind = 'park' and g.scope_id = k.id
                    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
              ), '[]') as officers
            from park k
            where k.state = 'member' and (:all or k.id = any(:office))
            order by k.longitude, k.id
            """)
        .param("administered", actor.parks(Role.PARK_ADMINISTRATOR).toArray(Long[]::new))
        .param("office", actor.officeOf().toArray(Long[]::new))
        .param("all", actor.readsAll())
        .param("today", today)
        .query(this::park)
        .list();
  }

  private ParkOfficers park(ResultSet row, int number) throws SQLException {
    return new ParkOfficers(
        row.getLong("id"),
        row.getString("name"),
        row.getBoolean("administered"),
        json.readValue(row.getString("officers"), ROWS));
  }
}
