package jianglian.cases.introductions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jianglian.liaison.Due;
import jianglian.liaison.WorkingDays;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// How long a case may wait: for the first answer in working days, for each next act in calendar
/// days.
@Component
public class CaseLimits {
  static final Setting<Long> FIRST_ANSWER = Setting.number("case.first-answer-days", 3, 1, 30);
  static final Setting<Long> NEXT_ACT = Setting.number("case.next-act-days", 9, 1, 90);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Settings settings;
  private final WorkingDays workingDays;

  CaseLimits(Settings settings, WorkingDays workingDays) {
    this.settings = settings;
    this.workingDays = workingDays;
  }

  public Due firstAnswer(Instant from) {
    return workingDays.after(from, Math.toIntExact(settings.of(FIRST_ANSWER)));
  }

  Due nextAct(Instant from) {
    return workingDays.endOf(LocalDate.ofInstant(from, ZONE).plusDays(settings.of(NEXT_ACT)));
  }

  Due endOf(LocalDate day) {
    return workingDays.endOf(day);
  }

  @Configuration(proxyBeanMethods = false)
  static class Declared {
    @Bean
    Setting<Long> caseFirstAnswer() {
      return FIRST_ANSWER;
    }

    @Bean
    Setting<Long> caseNextAct() {
      return NEXT_ACT;
    }
  }
}
