package jianglian.cases.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cases.introductions.Doer;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Side;
import jianglian.matching.CodedReason;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Interests {
  private static final String SELECT =
      """
      select i.id, i.need_id, i.offer_id, i.from_side, i.from_park, i.from_organisation, i.to_park, i.to_organisation, i.state
      from interest i
      """;

  private final JdbcClient db;

  Interests(JdbcClient db) {
    this.db = db;
  }

  /// The interest with its row locked, if this actor may see it.
  Interest locked(long id, Actor actor) {
    return db.sql(SELECT + "where i.id = :id and " + InterestSight.SQL + "for update of i")
        .param("id", id)
        .params(InterestSight.of(actor))
        .query(Interests::interest)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /// The open one of a pair, locked. Of two that are expressed at once the second waits for the
  /// first.
  Optional<Interest> open(long need, long offer) {
    return db.sql(
            SELECT
                + "where i.need_id = :need and i.offer_id = :offer and i.state in ('waiting', 'accepted') for update of i")
        .param("need", need)
        .param("offer", offer)
        .query(Interests::interest)
        .optional();
  }

  /// Answers its id; null when the pair has an open one.
  @Nullable Long add(Listing from, Listing to, String message, Actor actor, Instant now) {
    return db.sql(
            """
            insert into interest (need_id, offer_id, from_side, from_park, from_organisation, to_park, to_organisation,
              message, state, expressed_by, expressed_at)
            values (:need, :offer, :side, :fromPark, :fromOrganisation, :toPark, :toOrganisation,
              :message, 'waiting', :person, :now)
            on conflict (need_id, offer_id) where state in ('waiting', 'accepted') do nothing
            returning id
            """)
        .param("need", from.side() == Side.NEED ? from.id() : to.id())
        .param("offer", from.side() == Side.NEED ? to.id() : from.id())
        .param("side", from.side().code())
        .param("fromPark", from.park())
        .param("fromOrganisation", from.organisation())
        .param("toPark", to.park())
        .param("toOrganisation", to.organisation())
        .param("message", message)
        .param("person", Doer.of(actor).person())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  void decide(
      Interest interest, @Nullable CodedReason reason, String note, Actor actor, Instant now) {
    db.sql(
            """
            update interest set state = :state, decided_by = :person, decided_at = :now, refusal_reason = :reason, refusal_note = :note
            where id = :id
            """)
        .param("id", interest.id())
        .param("state", interest.state().code())
        .param("reason", reason == null ? null : reason.code())
        .param("note", note)
        .param("person", Doer.of(actor).person())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Interest interest(ResultSet row, int number) throws SQLException {
    return new Interest(
        row.getLong("id"),
        row.getLong("need_id"),
        row.getLong("offer_id"),
        Side.of(row.getString("from_side")),
        new Interest.Who(row.getLong("from_park"), row.getObject("from_organisation", Long.class)),
        new Interest.Who(row.getLong("to_park"), row.getObject("to_organisation", Long.class)),
        InterestState.of(row.getString("state")));
  }
}
