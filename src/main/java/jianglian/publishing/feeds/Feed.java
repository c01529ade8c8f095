package jianglian.publishing.feeds;

import java.time.Instant;
import java.util.List;
import jianglian.publishing.reading.ReleaseFeed.Entry;

/// A feed before it is written; all addresses are whole.
record Feed(String site, String self, String page, List<Entry> entries) {
  /// The moment of the newest entry, so that a feed in which nothing is new stays the same.
  Instant updated() {
    return entries.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  String address(Entry entry) {
    return site + "/releases/" + entry.id();
  }
}
