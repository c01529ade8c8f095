package jianglian.cases.interests;

import jianglian.audit.Actor;
import jianglian.cooperation.Side;
import org.jspecify.annotations.Nullable;

/// One side of a need and an offer would like to meet the other.
record Interest(
    long id, long need, long offer, Side fromSide, Who from, Who to, InterestState state) {

  /// A side: its organisation, or its park alone where the park itself brings the listing.
  record Who(long park, @Nullable Long organisation) {
    /// Its own people, or the officers of its park for it.
    boolean is(Actor actor) {
      return actor.officeOf().contains(park)
          || (organisation != null && actor.organisations().contains(organisation));
    }
  }

  long fromListing() {
    return fromSide == Side.NEED ? need : offer;
  }

  long toListing() {
    return fromSide == Side.NEED ? offer : need;
  }

  Interest accept() {
    return to(InterestState.ACCEPTED);
  }

  Interest refuse() {
    return to(InterestState.REFUSED);
  }

  Interest withdraw() {
    return to(InterestState.WITHDRAWN);
  }

  private Interest to(InterestState next) {
    if (state != InterestState.WAITING) throw new InterestDecided();
    return new Interest(id, need, offer, fromSide, from, to, next);
  }
}
