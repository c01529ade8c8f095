package jianglian.publishing.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jianglian.publishing.ReleaseKind;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;

/// What an administrator says of a feed, as it may be kept.
record FeedForm(String url, String name, ReleaseKind kind) {
  private static final int LONGEST_NAME = 60;

  /// People leave out `https://`, and the name; then the host is the name.
  static FeedForm read(TypedFeed typed, HarvestLimits limits) {
    var faults = new ArrayList<Fault>();
    var text = typed.url().strip();
    var address = address(text.contains("://") ? text : "https://" + text, limits, faults);
    var name = typed.name().strip();
    if (name.isEmpty()) name = address.map(it -> it.uri().getHost()).orElse("");
    var kind = described(name, typed.kind(), faults);
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    return new FeedForm(address.orElseThrow().uri().toString(), name, kind);
  }

  static ReleaseKind described(String name, String kind, List<Fault> faults) {
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      faults.add(Fault.at("/name", "harvest.name-malformed", LONGEST_NAME));
    }
    var known = ReleaseKind.of(kind);
    if (known.isEmpty()) faults.add(Fault.at("/kind", "harvest.kind-needed"));
    return known.orElse(ReleaseKind.NOTICE);
  }

  private static Optional<FeedAddress> address(
      String text, HarvestLimits limits, List<Fault> faults) {
    try {
      return Optional.of(FeedAddress.of(text, limits));
    } catch (FeedUnreadable unusable) {
      faults.add(Fault.at("/url", "harvest.error." + unusable.reason().code(), unusable.detail()));
      return Optional.empty();
    }
  }
}
