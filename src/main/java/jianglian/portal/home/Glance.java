package jianglian.portal.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jianglian.matching.MatchReason;
import jianglian.portal.river.ParkOnRiver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What anyone may see of the alliance at a glance; four questions to the database.
@Repository
class Glance {
  private static final TypeReference<List<MatchReason>> REASONS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  Glance(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// The members from west to east with what is open in each.
  List<ParkOnRiver> parks(LocalDate today) {
    return db.sql(
            """
            select p.code, p.short_name, p.name_en, p.province, p.longitude, p.latitude, p.founder,
              (select count(*) from listing l where l.park_id = p.id and l.state = 'open' and l.side = 'need') as needs,
              (select count(*) from listing l where l.park_id = p.id and l.state = 'open' and l.side = 'offer') as offers,
              (select count(*) from release r where r.park_id = p.id and r.state = 'published' and r.kind = 'policy'
                 and (r.valid_until is null or r.valid_until >= :today)) as policies
            from park p
            where p.state = 'member'
            order by p.longitude, p.id
            """)
        .param("today", today)
        .query((row, _) ->
            new ParkOnRiver(
                row.getString("code"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("province"),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                row.getBoolean("founder"),
                row.getInt("needs"),
                row.getInt("offers"),
                row.getInt("policies")))
        .list();
  }

  Figures figures(LocalDate today) {
    return db.sql(
            """
            select l.open, l.fresh, c.running, c.letters, r.realised, r.parks, w.words
            from
              (select count(*) as open, count(*) filter (where opened_at >= :weekAgo) as fresh
               from listing where state = 'open') l,
              (select count(*) as running, count(*) filter (where state = 'letter-of-intent') as letters
               from introduction_case
               where state in ('waiting', 'taken', 'in-contact', 'met', 'letter-of-intent', 'agreement')) c,
              (select count(distinct e.case_id) as realised, count(distinct s.park_id) as parks
               from case_event e join case_side s on s.case_id = e.case_id
               where e.state = 'realised' and e.at >= :newYear) r,
              (select coalesce(array_agg(word order by times desc, word), '{}') as words
               from (select word, count(*) as times
                     from (
                         (select keywords, opened_at from listing where side = 'need' and state = 'open'
                          order by opened_at desc limit 500)
                         union all
                         (select keywords, opened_at from listing where side = 'offer' and state = 'open'
                          order by opened_at desc limit 500)
                         order by opened_at desc limit 500
                       ) recent,
                       unnest(recent.keywords) as word
                     where length(word) between 3 and 7
                     group by word order by times desc, word limit 6) frequent) w
            """)
        .param("weekAgo", today.minusDays(7))
        .param("newYear", today.withDayOfYear(1))
        .query((row, _) ->
            new Figures(
                row.getLong("open"),
                row.getLong("fresh"),
                row.getLong("running"),
                row.getLong("letters"),
                row.getLong("realised"),
                row.getLong("parks"),
                List.of((String[]) row.getArray("words").getArray())))
        .single();
  }

  /// The newest of every kind that is public, `each` of a kind.
  List<Fresh> newest(int each) {
    return db.sql(
            """
            select n.*, p.short_name as park, p.name_en as park_en, o.name as by
            from (
              select r.* from unnest(array['policy', 'notice', 'news']) as wanted (kind) cross join lateral
                (select kind, id, title, park_id, null::bigint as organisation_id, document_number as number,
                   released_at as at, null::bigint as amount_min,
                   (select max(amount_max) from release_clause c where c.release_id = r.id) as amount_max,
                   null::date as until
                 from release r where r.state = 'published' and r.kind = wanted.kind
                 order by released_at desc, id desc limit :each) r
              union all
              select l.* from unnest(array['need', 'offer']) as wanted (side) cross join lateral
                (select side, id, title, park_id, organisation_id, null, opened_at, amount_min, amount_max, expires_on
                 from listing where state = 'open' and listing.side = wanted.side
                 order by opened_at desc, id desc limit :each) l
            ) n
            left join park p on p.id = n.park_id
            left join organisation o on o.id = n.organisation_id
            order by n.at desc, n.id desc
            """)
        .param("each", each)
        .query(Glance::fresh)
        .list();
  }

  /// The best match among those of the newest needs.
  Optional<Example> example() {
    return db.sql(
            """
            select n.id as need_id, n.title as need, np.short_name as need_park, np.name_en as need_park_en,
              o.id as offer_id, o.title as offer, op.short_name as offer_park, op.name_en as offer_park_en, m.reasons
            from (select * from listing where side = 'need' and state = 'open' order by opened_at desc, id desc limit 100) n
            join match m on m.for_side = 'need' and m.need_id = n.id
            join listing o on o.id = m.offer_id and o.state = 'open'
            join park np on np.id = n.park_id
            join park op on op.id = o.park_id
            order by (n.park_id <> o.park_id) desc, m.score desc, n.id desc
            limit 1
            """)
        .query((row, _) ->
            new Example(
                half(row, "need"),
                half(row, "offer"),
                json.readValue(row.getString("reasons"), REASONS)))
        .optional();
  }

  private static Example.Half half(ResultSet row, String side) throws SQLException {
    return new Example.Half(
        row.getLong(side + "_id"),
        row.getString(side),
        row.getString(side + "_park"),
        row.getString(side + "_park_en"));
  }

  private static Fresh fresh(ResultSet row, int number) throws SQLException {
    return new Fresh(
        row.getString("kind"),
        row.getLong("id"),
        row.getString("title"),
        row.getString("park"),
        row.getString("park_en"),
        row.getString("by"),
        row.getString("number"),
        row.getTimestamp("at").toInstant(),
        row.getObject("amount_min", Long.class),
        row.getObject("amount_max", Long.class),
        row.getObject("until", LocalDate.class));
  }
}
