package jianglian.cooperation.lifetime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves listings on: by their people, and by the calendar.
@Component
class Lifetime {
  static final Actor EXPIRY = new Actor.Job("listing-expiry");
  private static final int CHUNK = 200;

  private final Listings listings;
  private final ListingBook book;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Lifetime(
      Listings listings,
      ListingBook book,
      JdbcClient db,
      TransactionTemplate transaction,
      Clock clock) {
    this.listings = listings;
    this.book = book;
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Transactional
  Listing act(Side side, long id, ListingAct act, Actor.Person person) {
    var listing = listings.own(id, person);
    if (listing.side() != side) throw new NotFound();
    var after = act.apply(listing, LocalDate.now(clock), clock.instant());
    return book.enter(listing, after, person, act.done());
  }

  /// Expires whatever is past its last day.
  void expireAll() {
    while (Boolean.TRUE.equals(transaction.execute(_ -> expireSome()))) {
      // the next chunk
    }
  }

  private boolean expireSome() {
    var ids = due();
    for (var listing : listings.byIds(ids)) {
      book.enter(listing, listing.expire(clock.instant()), EXPIRY, "expired");
    }
    return ids.size() == CHUNK;
  }

  private List<Long> due() {
    return db.sql(
            """
            select id from listing
            where state in ('open', 'paused') and expires_on < :today
            order by id limit :chunk
            for no key update skip locked
            """)
        .param("today", LocalDate.now(clock))
        .param("chunk", CHUNK)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
