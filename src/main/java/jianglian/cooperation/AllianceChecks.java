package jianglian.cooperation;

import java.util.List;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Which listings the alliance looks at once more after the park: none, those about capital, or
/// all.
@Component
public class AllianceChecks {
  static final Setting<String> SETTING =
      Setting.choice("listing.alliance-check", "none", List.of("none", "capital", "all"));

  private final Settings settings;

  AllianceChecks(Settings settings) {
    this.settings = settings;
  }

  public boolean askFor(ListingType type) {
    return asked(settings.of(SETTING), type);
  }

  static boolean asked(String value, ListingType type) {
    return value.equals("all") || value.equals(type.code());
  }

  @Configuration(proxyBeanMethods = false)
  static class Declaration {
    @Bean
    Setting<String> allianceCheckSetting() {
      return SETTING;
    }
  }
}
