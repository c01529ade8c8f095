package jianglian.cooperation.checking;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits for this actor's check, the oldest first: the park check of their parks, and for the
/// secretariat the alliance check.
@Repository
class CheckQueue {
  private static final int MOST = 100;

  /// Of a row l of listings: it waits for a check in the parks `:office`, or of the secretariat's.
  static final String WAITING =
      """
      ((l.state = 'park-check' and l.park_id = any(:office)) or (l.state = 'alliance-check' and :secretariat))
      """;

  private final JdbcClient db;

  CheckQueue(JdbcClient db) {
    this.db = db;
  }

  List<WaitingListing> waitingFor(Actor actor) {
    return db.sql(
            """
            select l.id, l.side, l.title, left(l.text, 400) as text, l.type, l.state, p.short_name as park,
              o.name as organisation, coalesce(o.state = 'admitted', true) as admitted, l.updated_at
            from listing l
            join park p on p.id = l.park_id
            left join organisation o on o.id = l.organisation_id
            where
            """
                + WAITING
                + "order by l.updated_at, l.id limit :most")
        .param("office", actor.officeOf().toArray(Long[]::new))
        .param("secretariat", actor.secretariat())
        .param("most", MOST)
        .query((row, _) ->
            new WaitingListing(
                row.getLong("id"),
                Side.of(row.getString("side")),
                row.getString("title"),
                row.getString("text"),
                ListingType.of(row.getString("type")),
                ListingState.of(row.getString("state")),
                row.getString("park"),
                row.getString("organisation"),
                row.getBoolean("admitted"),
                row.getTimestamp("updated_at").toInstant()))
        .list();
  }
}
