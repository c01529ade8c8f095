package jianglian.cooperation.lifetime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import jianglian.cooperation.Listing;

/// What its own people do with a listing in one click; `noun` stands in the address, `done` in the
/// audit trail.
enum ListingAct {
  PAUSE("pause", "paused"),
  RESUMPTION("resumption", "resumed"),
  RENEWAL("renewal", "renewed"),
  SOLUTION("solution", "solved"),
  WITHDRAWAL("withdrawal", "withdrawn");

  private final String noun;
  private final String done;

  ListingAct(String noun, String done) {
    this.noun = noun;
    this.done = done;
  }

  String done() {
    return done;
  }

  static Optional<ListingAct> find(String noun) {
    return Arrays.stream(values()).filter(it -> it.noun.equals(noun)).findFirst();
  }

  Listing apply(Listing listing, LocalDate today, Instant now) {
    return switch (this) {
      case PAUSE -> listing.pause(now);
      case RESUMPTION -> listing.resume(now);
      case RENEWAL -> listing.renew(today, now);
      case SOLUTION -> listing.solve(now);
      case WITHDRAWAL -> listing.withdraw(now);
    };
  }
}
