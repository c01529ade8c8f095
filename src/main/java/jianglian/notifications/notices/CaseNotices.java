package jianglian.notifications.notices;

import static jianglian.notifications.notices.Audience.without;

import java.util.LinkedHashSet;
import java.util.Set;
import jianglian.cases.CaseAddress;
import jianglian.cases.CaseClosed;
import jianglian.cases.CaseHandedOver;
import jianglian.cases.CaseLate;
import jianglian.cases.CaseNoted;
import jianglian.cases.CaseOpened;
import jianglian.cases.CaseStepTaken;
import jianglian.cases.CaseTaken;
import jianglian.notifications.inbox.Notice;
import jianglian.notifications.inbox.NoticeKind;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Who hears of a case: everyone on it but who did it; among officers only what is kept among them;
/// of a late answer the park and the secretariat.
@Component
class CaseNotices {
  private final Telling telling;
  private final Audience audience;

  CaseNotices(Telling telling, Audience audience) {
    this.telling = telling;
    this.audience = audience;
  }

  @ApplicationModuleListener
  void on(CaseOpened it) {
    telling.tell(
        notice(it.event(), "case-opened", it.number(), it.title()),
        without(audience.everyoneOn(it.number()), it.by()));
  }

  @ApplicationModuleListener
  void on(CaseTaken it) {
    telling.tell(
        notice(it.event(), "case-taken", it.number(), it.title()),
        without(audience.everyoneOn(it.number()), it.by()));
  }

  @ApplicationModuleListener
  void on(CaseStepTaken it) {
    telling.tell(
        notice(it.event(), "case-step." + it.state().code(), it.number(), it.title()),
        without(audience.everyoneOn(it.number()), it.by()));
  }

  @ApplicationModuleListener
  void on(CaseNoted it) {
    var readers =
        it.officersOnly() ? audience.officersOf(it.number()) : audience.everyoneOn(it.number());
    telling.tell(
        notice(it.event(), it.document() ? "case-document" : "case-note", it.number(), it.title()),
        without(readers, it.by()));
  }

  @ApplicationModuleListener
  void on(CaseHandedOver it) {
    var to = it.to();
    telling.tell(
        notice(it.event(), "case-handed-over", it.number(), it.title()),
        to == null ? Set.of() : without(Set.of(to), it.by()));
  }

  @ApplicationModuleListener
  void on(CaseLate it) {
    var told = new LinkedHashSet<>(audience.administrators(it.park()));
    if (it.officer() != null) told.add(it.officer());
    told.addAll(audience.secretariat());
    if (it.substitute() != null) {
      told.remove(it.substitute());
      telling.tell(
          notice(it.event(), "case-late-yours", it.number(), it.title()), Set.of(it.substitute()));
    }
    telling.tell(notice(it.event(), "case-late", it.number(), it.title()), told);
  }

  @ApplicationModuleListener
  void on(CaseClosed it) {
    telling.tell(
        notice(it.event(), "case-closed." + it.result().code(), it.number(), it.title()),
        without(audience.everyoneOn(it.number()), it.by()));
  }

  private static Notice notice(long event, String what, String number, String title) {
    return Notice.of(
        "case:" + event, NoticeKind.CASE, "notice." + what, CaseAddress.of(number), title, number);
  }
}
