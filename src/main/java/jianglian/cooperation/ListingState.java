package jianglian.cooperation;

import java.util.Optional;

/// Where a need or an offer stands.
public enum ListingState {
  DRAFT("draft"),
  PARK_CHECK("park-check"),
  ALLIANCE_CHECK("alliance-check"),
  RETURNED("returned"),
  OPEN("open"),
  PAUSED("paused"),
  EXPIRED("expired"),
  SOLVED("solved"),
  WITHDRAWN("withdrawn");

  private final String code;

  ListingState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "listing.state." + code;
  }

  public boolean waitsForCheck() {
    return this == PARK_CHECK || this == ALLIANCE_CHECK;
  }

  public static Optional<ListingState> find(String code) {
    return Codes.find(values(), ListingState::code, code);
  }

  public static ListingState of(String code) {
    return find(code).orElseThrow();
  }
}
