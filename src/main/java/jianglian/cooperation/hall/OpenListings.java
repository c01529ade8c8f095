package jianglian.cooperation.hall;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is open to everyone, newest first, of one park or one organisation.
@Repository
class OpenListings {
  private final JdbcClient db;

  OpenListings(JdbcClient db) {
    this.db = db;
  }

  /// The newest few, with how many needs and offers there are in all.
  record Open(List<ShownListing> newest, long needs, long offers) {}

  Open ofPark(long park, int size) {
    return open("l.park_id", park, size);
  }

  Open ofOrganisation(long organisation, int size) {
    return open("l.organisation_id", organisation, size);
  }

  private Open open(String bearer, long id, int size) {
    var needs = new AtomicLong();
    var offers = new AtomicLong();
    var newest =
        db.sql(
                ShownListings.select(
                        """
                        , count(*) filter (where l.side = 'need') over () as needs,
                          count(*) filter (where l.side = 'offer') over () as offers
                        """)
                    + "where l.state = 'open' and "
                    + bearer
                    + " = :id order by l.opened_at desc, l.id desc limit :size")
            .param("id", id)
            .param("size", size)
            .query((row, number) -> {
              needs.set(row.getLong("needs"));
              offers.set(row.getLong("offers"));
              return ShownListings.shown(row, number);
            })
            .list();
    return new Open(newest, needs.get(), offers.get());
  }
}
