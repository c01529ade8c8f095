package jianglian.portal.workspace;

import java.time.LocalDate;

/// A need or an offer of one's firm: how many fit it, who has said to be interested.
public record OwnListing(
    long id, String side, String title, String state, LocalDate until, int matches, int interests) {
  public String address() {
    return "/" + side + "s/" + id;
  }
}
