package jianglian.notifications.notices;

import static jianglian.notifications.inbox.NoticeKind.ORGANISATION;

import jianglian.notifications.inbox.Notice;
import jianglian.parks.OrganisationAdmitted;
import jianglian.parks.OrganisationApplied;
import jianglian.parks.OrganisationRefused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Who hears of firms that want to join: the park's administrators, then the firm's people.
@Component
class OrganisationNotices {
  private final Telling telling;
  private final Audience audience;

  OrganisationNotices(Telling telling, Audience audience) {
    this.telling = telling;
    this.audience = audience;
  }

  @ApplicationModuleListener
  void on(OrganisationApplied it) {
    telling.tell(
        notice("organisation-applied", it.organisation(), it.name(), "/admissions"),
        audience.administrators(it.park()));
  }

  @ApplicationModuleListener
  void on(OrganisationAdmitted it) {
    telling.tell(
        notice("organisation-admitted", it.organisation(), it.name(), "/workspace"),
        audience.members(it.organisation()));
  }

  @ApplicationModuleListener
  void on(OrganisationRefused it) {
    telling.tell(
        notice("organisation-refused", it.organisation(), it.name(), "/workspace"),
        audience.members(it.organisation()));
  }

  private Notice notice(String what, long organisation, String name, String link) {
    return Notice.of(
        what + ":" + organisation + telling.today(), ORGANISATION, "notice." + what, link, name);
  }
}
