package jianglian.notifications.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import jianglian.notifications.inbox.Inboxes;
import jianglian.notifications.inbox.Notice;
import org.springframework.stereotype.Component;

/// Delivers a notice now.
@Component
class Telling {
  private final Inboxes inboxes;
  private final Clock clock;

  Telling(Inboxes inboxes, Clock clock) {
    this.inboxes = inboxes;
    this.clock = clock;
  }

  void tell(Notice notice, Collection<Long> people) {
    inboxes.deliver(notice, people, clock.instant());
  }

  /// Ends the name of something that may happen again, so that people hear of it once a day at
  /// most.
  String today() {
    return ":" + LocalDate.now(clock);
  }
}
