package jianglian.cooperation.delivery;

import jianglian.cooperation.Listing;

/// What became of a delivery.
record Delivery(Listing listing, Outcome outcome) {
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  boolean changed() {
    return outcome != Outcome.UNCHANGED;
  }
}
