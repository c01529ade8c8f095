package jianglian.portal.workspace;

import java.time.LocalDate;

/// A need or an offer of one's firm: how many fit it, how many ask to be answered, and how many it
/// has asked itself and waits for.
public record OwnListing(
    long id,
    String side,
    String title,
    String state,
    LocalDate until,
    int matches,
    int asked,
    int asking) {
  public String address() {
    return "/" + side + "s/" + id;
  }
}
