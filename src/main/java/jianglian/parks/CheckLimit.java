package jianglian.parks;

import jianglian.web.Limit;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// How long what was sent in may wait for its check, in working days: organisations, releases,
/// needs and offers alike.
@Component
public class CheckLimit {
  static final Setting<Long> SETTING = Setting.number("check.answer-days", 3, 1, 30);

  private final Settings settings;

  CheckLimit(Settings settings) {
    this.settings = settings;
  }

  public Limit limit() {
    return new Limit.WorkingDays(Math.toIntExact(settings.of(SETTING)));
  }

  @Configuration(proxyBeanMethods = false)
  static class Declaration {
    @Bean
    Setting<Long> checkAnswerDays() {
      return SETTING;
    }
  }
}
