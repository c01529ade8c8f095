package jianglian.cooperation.posting;

import java.util.List;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.Side;
import jianglian.web.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the hall from being flooded: the same words are posted once, and only so many wait for
/// their check at a time.
@Repository
class Repetition {
  private static final int MOST_WAITING = 20;

  private final JdbcClient db;

  Repetition(JdbcClient db) {
    this.db = db;
  }

  private record Standing(boolean same, long waiting) {}

  void look(Side side, Posting.Bearer bearer, ListingContent content, List<Fault> faults) {
    var standing =
        db.sql(
                """
                select coalesce(bool_or(l.digest = :digest and l.state not in ('withdrawn', 'expired', 'solved', 'draft')), false)
                    as same,
                  count(*) filter (where l.state in ('park-check', 'alliance-check')) as waiting
                from listing l
                where l.park_id = :park and l.organisation_id is not distinct from :organisation and l.side = :side
                """)
            .param("digest", content.digest())
            .param("park", bearer.park())
            .param("organisation", bearer.organisation(), java.sql.Types.BIGINT)
            .param("side", side.code())
            .query((row, _) -> new Standing(row.getBoolean("same"), row.getLong("waiting")))
            .single();
    if (standing.same()) faults.add(Fault.at("/title", "listing.fault.repeated"));
    if (bearer.organisation() != null && standing.waiting() >= MOST_WAITING) {
      faults.add(Fault.at("/title", "listing.fault.waiting", MOST_WAITING));
    }
  }
}
