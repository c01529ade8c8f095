package jianglian.notifications.notices;

import static jianglian.notifications.inbox.NoticeKind.RELEASE;

import jianglian.notifications.inbox.Notice;
import jianglian.publishing.ReleasePublished;
import jianglian.publishing.ReleaseReturned;
import jianglian.publishing.ReleaseSubmitted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Who hears of releases: the secretariat of what waits for it, once a day for each park; the
/// park's administrators of what became of theirs.
@Component
class ReleaseNotices {
  private final Telling telling;
  private final Audience audience;

  ReleaseNotices(Telling telling, Audience audience) {
    this.telling = telling;
    this.audience = audience;
  }

  @ApplicationModuleListener
  void on(ReleaseSubmitted it) {
    telling.tell(
        Notice.of(
            "release-submitted:" + it.park() + telling.today(),
            RELEASE,
            "notice.release-submitted",
            "/review/releases",
            it.title()),
        audience.secretariat());
  }

  @ApplicationModuleListener
  void on(ReleasePublished it) {
    telling.tell(
        notice("release-published", it.release(), "/releases/" + it.release(), it.title()),
        audience.administrators(it.park()));
  }

  @ApplicationModuleListener
  void on(ReleaseReturned it) {
    telling.tell(
        notice(
            "release-returned",
            it.release(),
            "/park-interface/releases/" + it.release(),
            it.title()),
        audience.administrators(it.park()));
  }

  private Notice notice(String what, long release, String address, String title) {
    return Notice.of(
        what + ":" + release + telling.today(), RELEASE, "notice." + what, address, title);
  }
}
