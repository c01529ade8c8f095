package jianglian.cooperation;

import jianglian.web.Refusal;

/// In this state the listing does not take that act, such as renewing what was withdrawn.
public class ListingActNotPossible extends Refusal {
  ListingActNotPossible() {
    super(409, "listing.refusal.state");
  }
}
