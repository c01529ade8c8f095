package jianglian.matching.reading;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The theses of someone's own organisations that live, the newest first.
@Repository
class OwnTheses {
  private static final int MOST = 20;

  private final JdbcClient db;

  OwnTheses(JdbcClient db) {
    this.db = db;
  }

  List<Listing> of(Actor.Person person) {
    return db.sql(
            "select "
                + Listings.COLUMNS
                + """
                from listing l
                where l.side = 'offer' and l.type = 'capital' and l.organisation_id = any(:organisations)
                  and l.state in ('park-check', 'alliance-check', 'returned', 'open', 'paused')
                order by l.updated_at desc, l.id desc limit :most
                """)
        .param("organisations", person.organisations().toArray(Long[]::new))
        .param("most", MOST)
        .query(Listings::listing)
        .list();
  }
}
