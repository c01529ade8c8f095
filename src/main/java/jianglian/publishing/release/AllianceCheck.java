package jianglian.publishing.release;

import java.util.EnumMap;
import java.util.Map;
import jianglian.publishing.ReleaseKind;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which kinds the alliance looks at before they are published: by default policies, because firms
/// act on them; notices and news are their park's own word.
@Configuration(proxyBeanMethods = false)
public class AllianceCheck {
  private final Settings settings;
  private final Map<ReleaseKind, Setting<Boolean>> byKind;

  AllianceCheck(Settings settings) {
    this.settings = settings;
    this.byKind =
        new EnumMap<>(
            Map.of(
                ReleaseKind.POLICY,
                policy(),
                ReleaseKind.NOTICE,
                notice(),
                ReleaseKind.NEWS,
                news()));
  }

  @Bean("publishing.alliance-check.policy")
  static Setting<Boolean> policy() {
    return Setting.yesNo("publishing.alliance-check.policy", true);
  }

  @Bean("publishing.alliance-check.notice")
  static Setting<Boolean> notice() {
    return Setting.yesNo("publishing.alliance-check.notice", false);
  }

  @Bean("publishing.alliance-check.news")
  static Setting<Boolean> news() {
    return Setting.yesNo("publishing.alliance-check.news", false);
  }

  public boolean asksFor(ReleaseKind kind) {
    var setting = byKind.get(kind);
    return setting != null && settings.of(setting);
  }
}
