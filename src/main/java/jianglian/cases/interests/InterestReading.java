package jianglian.cases.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cooperation.Side;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What pages show of interests.
@Repository
class InterestReading {
  private final JdbcClient db;

  InterestReading(JdbcClient db) {
    this.db = db;
  }

  Optional<InterestPage> page(long id, Actor actor) {
    return db.sql(
            """
            select i.id, i.state, i.message, e.name as expressed_by, i.expressed_at, d.name as decided_by, i.decided_at,
              i.refusal_reason, i.refusal_note, c.number,
              f.side as from_side, f.id as from_id, f.title as from_title, left(f.text, 400) as from_text,
              fk.name as from_park, fk.name_en as from_park_en, fo.name as from_organisation,
              t.side as to_side, t.id as to_id, t.title as to_title, left(t.text, 400) as to_text,
              tk.name as to_park, tk.name_en as to_park_en, tu.name as to_organisation,
              i.state = 'waiting' and (i.to_park = any(:sightParks) or i.to_organisation = any(:sightOrganisations)) as may_answer,
              i.state = 'waiting' and (i.from_park = any(:sightParks) or i.from_organisation = any(:sightOrganisations)) as may_withdraw
            from interest i
            join listing f on f.id = case i.from_side when 'need' then i.need_id else i.offer_id end
            join listing t on t.id = case i.from_side when 'need' then i.offer_id else i.need_id end
            join park fk on fk.id = i.from_park
            join park tk on tk.id = i.to_park
            left join organisation fo on fo.id = i.from_organisation
            left join organisation tu on tu.id = i.to_organisation
            left join person e on e.id = i.expressed_by
            left join person d on d.id = i.decided_by
            left join introduction_case c on c.interest_id = i.id
            where i.id = :id and\
            """
                + InterestSight.SQL)
        .param("id", id)
        .params(InterestSight.of(actor))
        .query(InterestReading::page)
        .optional();
  }

  /// Received or sent ones, the newest first.
  Slice<InterestRow> list(Actor actor, boolean received, @Nullable Long after, int size) {
    var mine =
        received
            ? "(i.to_park = any(:sightParks) or i.to_organisation = any(:sightOrganisations))"
            : "(i.from_park = any(:sightParks) or i.from_organisation = any(:sightOrganisations))";
    var rows =
        db.sql(
                """
                select i.id, i.state, i.expressed_at, c.number, own.title as own_title, other.title as other_title,
                  k.short_name as park, k.name_en as park_en, o.name as organisation
                from interest i
                join listing own on own.id = case when (i.from_side = 'need') = :received then i.offer_id else i.need_id end
                join listing other on other.id = case when (i.from_side = 'need') = :received then i.need_id else i.offer_id end
                join park k on k.id = other.park_id
                left join organisation o on o.id = other.organisation_id
                left join introduction_case c on c.interest_id = i.id
                where %s and (:after::bigint is null or i.id < :after)
                order by i.id desc
                limit :limit
                """
                    .formatted(mine))
            .param("received", received)
            .param("after", after)
            .param("limit", size + 1)
            .params(InterestSight.of(actor))
            .query(InterestReading::row)
            .list();
    return Slice.of(rows, size, it -> "" + it.id());
  }

  /// Interests of the reader's with this listing of others that wait or have become a case.
  List<InterestRow> openWith(long listing, Actor actor) {
    return db.sql(
            """
            select i.id, i.state, i.expressed_at, c.number, own.title as own_title, other.title as other_title,
              k.short_name as park, k.name_en as park_en, o.name as organisation
            from interest i
            join listing other on other.id = :listing
            join listing own on own.id = case when i.need_id = :listing then i.offer_id else i.need_id end
            join park k on k.id = other.park_id
            left join organisation o on o.id = other.organisation_id
            left join introduction_case c on c.interest_id = i.id
            where (i.need_id = :listing or i.offer_id = :listing) and i.state in ('waiting', 'accepted')
              and (own.park_id = any(:sightParks) or own.organisation_id = any(:sightOrganisations))
            order by i.id desc
            limit 5
            """)
        .param("listing", listing)
        .param("sightParks", actor.officeOf().toArray(Long[]::new))
        .param("sightOrganisations", actor.organisations().toArray(Long[]::new))
        .query(InterestReading::row)
        .list();
  }

  /// The reader's open listings of one side.
  List<OwnListing> own(Actor actor, Side side) {
    return db.sql(
            """
            select id, title from listing
            where side = :side and state = 'open' and (park_id = any(:sightParks) or organisation_id = any(:sightOrganisations))
            order by id desc
            limit 100
            """)
        .param("side", side.code())
        .param("sightParks", actor.officeOf().toArray(Long[]::new))
        .param("sightOrganisations", actor.organisations().toArray(Long[]::new))
        .query((row, _) -> new OwnListing(row.getLong("id"), row.getString("title")))
        .list();
  }

  private static InterestPage page(ResultSet row, int number) throws SQLException {
    return new InterestPage(
        row.getLong("id"),
        InterestState.of(row.getString("state")),
        party(row, "from_"),
        party(row, "to_"),
        row.getString("message"),
        row.getString("expressed_by"),
        row.getTimestamp("expressed_at").toInstant(),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("refusal_reason"),
        row.getString("refusal_note"),
        row.getString("number"),
        row.getBoolean("may_answer"),
        row.getBoolean("may_withdraw"));
  }

  private static InterestPage.Party party(ResultSet row, String end) throws SQLException {
    return new InterestPage.Party(
        row.getString(end + "side"),
        row.getLong(end + "id"),
        row.getString(end + "title"),
        row.getString(end + "text"),
        row.getString(end + "park"),
        row.getString(end + "park_en"),
        row.getString(end + "organisation"));
  }

  private static InterestRow row(ResultSet row, int number) throws SQLException {
    return new InterestRow(
        row.getLong("id"),
        InterestState.of(row.getString("state")),
        row.getString("own_title"),
        row.getString("other_title"),
        row.getString("park"),
        row.getString("park_en"),
        row.getString("organisation"),
        row.getTimestamp("expressed_at").toInstant(),
        row.getString("number"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
