package jianglian.cases.interests;

import jianglian.web.Refusal;

/// Only what is open can be brought together.
class ListingNotOpen extends Refusal {
  ListingNotOpen() {
    super(409, "interest.refusal.not-open");
  }
}
