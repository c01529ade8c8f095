package jianglian.cooperation;

import jianglian.web.Refusal;

/// Someone else changed the listing between reading and saving.
public class ListingChangedMeanwhile extends Refusal {
  ListingChangedMeanwhile() {
    super(409, "error.status-409");
  }
}
