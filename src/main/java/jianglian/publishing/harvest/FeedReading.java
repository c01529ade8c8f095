package jianglian.publishing.harvest;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads feeds: claims one, fetches it outside any transaction, takes in what it brought.
@Component
class FeedReading {
  private static final Logger LOG = LoggerFactory.getLogger(FeedReading.class);
  private static final int AT_ONCE = 4;

  /// What a reading may take beyond fetching, before another may read the same feed.
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final FeedSources sources;
  private final FeedFetcher fetcher;
  private final Finding finding;
  private final HarvestLimits limits;
  private final Clock clock;

  FeedReading(
      FeedSources sources,
      FeedFetcher fetcher,
      Finding finding,
      HarvestLimits limits,
      Clock clock) {
    this.sources = sources;
    this.fetcher = fetcher;
    this.finding = finding;
    this.limits = limits;
    this.clock = clock;
  }

  /// Everything that is due, some at a time, so that one slow site keeps nobody else waiting.
  void readDue() {
    var readers =
        IntStream.range(0, AT_ONCE)
            .mapToObj(it -> Thread.ofVirtual().name("harvest-" + it).start(this::readOnAndOn))
            .toList();
    try {
      for (var reader : readers) reader.join();
    } catch (InterruptedException stopping) {
      readers.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }

  private void readOnAndOn() {
    while (!Thread.currentThread().isInterrupted()) {
      var now = clock.instant();
      var due = sources.claimDue(now, now.plus(limits.deadline()).plus(MARGIN));
      if (due.isEmpty()) return;
      read(due.get());
    }
  }

  /// Reads this one now; false when somebody is reading it.
  boolean readNow(long id) {
    var now = clock.instant();
    var claimed = sources.claim(id, now, now.plus(limits.deadline()).plus(MARGIN));
    claimed.ifPresent(this::read);
    return claimed.isPresent();
  }

  private void read(FeedSource feed) {
    try {
      switch (fetcher.fetch(feed.url(), feed.etag(), feed.lastModified())) {
        case Fetched.Unchanged _ -> finding.unchanged(feed);
        case Fetched.Document document -> finding.found(feed, document, items(feed, document));
      }
    } catch (FeedUnreadable unreadable) {
      // stopping is no fault of the feed; whoever comes next reads it when the claim has run out
      if (Thread.currentThread().isInterrupted()) return;
      finding.failed(feed, unreadable);
    } catch (RuntimeException surprise) {
      LOG.error("reading the feed {} failed", feed.id(), surprise);
      finding.failed(feed, new FeedUnreadable(FeedUnreadable.Reason.BROKEN_OFF, ""));
    }
  }

  private FeedItems items(FeedSource feed, Fetched.Document document) {
    var base = document.address().uri();
    var text = FeedText.of(document.bytes(), document.charset());
    var content = FeedXml.read(text, base.toString());
    return FeedItems.of(content, feed.url(), base, limits.items(), LocalDate.now(clock));
  }
}
