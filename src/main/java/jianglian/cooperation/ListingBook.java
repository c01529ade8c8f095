package jianglian.cooperation;

import java.util.Map;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.search.SearchChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters a listing's change with everything that belongs to it: row, audit, search, announcement.
@Component
public class ListingBook {
  private final Listings listings;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final ApplicationEventPublisher events;

  ListingBook(
      Listings listings, AuditTrail audit, SearchChanges search, ApplicationEventPublisher events) {
    this.listings = listings;
    this.audit = audit;
    this.search = search;
    this.events = events;
  }

  /// Enters a new listing; null where the park's own id is taken already.
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable Listing open(Listing listing, Actor actor) {
    return open(listing, actor, true);
  }

  /// The same; a delivery of many rows is announced as a whole and not row by row.
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable Listing open(Listing listing, Actor actor, boolean announced) {
    var id = listings.add(listing);
    if (id == null) return null;
    var added = listing.saved(id, 1);
    record(added, actor, added.state() == ListingState.DRAFT ? "drafted" : "posted");
    if (announced) added.announcements(null).forEach(events::publishEvent);
    return added;
  }

  /// Enters what `act` (a past-tense word such as `renewed`) made of `before`.
  @Transactional(propagation = Propagation.MANDATORY)
  public Listing enter(Listing before, Listing after, Actor actor, String act) {
    return enter(before, after, actor, act, true);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Listing enter(Listing before, Listing after, Actor actor, String act, boolean announced) {
    var saved = listings.save(after);
    record(saved, actor, act);
    if (announced) saved.announcements(before).forEach(events::publishEvent);
    return saved;
  }

  private void record(Listing after, Actor actor, String act) {
    var side = after.side().code();
    audit.record(
        Act.of(actor, side + "-" + act, side, after.id())
            .in(after.park())
            .with(Map.of("state", after.state().code(), "title", after.title())));
    search.changed(side, after.id());
  }
}
