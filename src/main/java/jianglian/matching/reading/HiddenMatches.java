package jianglian.matching.reading;

import java.util.List;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HiddenMatches {
  private final JdbcClient db;

  HiddenMatches(JdbcClient db) {
    this.db = db;
  }

  List<HiddenMatch> of(Listing listing) {
    var need = listing.side() == Side.NEED;
    return db.sql(
            """
            select distinct on (f.need_id, f.offer_id) f.need_id, f.offer_id, l.title, f.reason
            from match_feedback f join listing l on l.id = f.%s
            where f.%s = :listing and f.for_side = :side and f.kind = 'not-suitable' and f.withdrawn_at is null
            order by f.need_id, f.offer_id, f.at desc
            """
                .formatted(need ? "offer_id" : "need_id", need ? "need_id" : "offer_id"))
        .param("listing", listing.id())
        .param("side", listing.side().code())
        .query((row, _) ->
            new HiddenMatch(
                row.getLong("need_id"),
                row.getLong("offer_id"),
                row.getString("title"),
                row.getString("reason")))
        .list();
  }
}
