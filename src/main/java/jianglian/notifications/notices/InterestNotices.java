package jianglian.notifications.notices;

import static jianglian.notifications.inbox.NoticeKind.INTEREST;
import static jianglian.notifications.notices.Audience.without;

import jianglian.cases.InterestExpressed;
import jianglian.cases.InterestRefused;
import jianglian.cases.InterestWithdrawn;
import jianglian.notifications.inbox.Notice;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Who hears of an expression of interest: the side it concerns.
@Component
class InterestNotices {
  private final Telling telling;
  private final Audience audience;

  InterestNotices(Telling telling, Audience audience) {
    this.telling = telling;
    this.audience = audience;
  }

  @ApplicationModuleListener
  void on(InterestExpressed it) {
    telling.tell(
        notice("interest-expressed", it.interest(), it.fromTitle(), it.toTitle()),
        without(audience.side(it.toOrganisation(), it.toPark()), it.by()));
  }

  @ApplicationModuleListener
  void on(InterestRefused it) {
    telling.tell(
        notice("interest-refused", it.interest(), it.fromTitle(), it.toTitle()),
        without(audience.side(it.fromOrganisation(), it.fromPark()), it.by()));
  }

  @ApplicationModuleListener
  void on(InterestWithdrawn it) {
    telling.tell(
        notice("interest-withdrawn", it.interest(), it.fromTitle(), it.toTitle()),
        without(audience.side(it.toOrganisation(), it.toPark()), it.by()));
  }

  private static Notice notice(String what, long interest, String from, String to) {
    return Notice.of(
        what + ":" + interest, INTEREST, "notice." + what, "/interests/" + interest, from, to);
  }
}
