package jianglian.matching.fairness;

import java.util.List;
import jianglian.matching.fairness.Policy.Measures;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// The policies as the alliance follows them now. A switch acts as lists are renewed.
@Component
public class Fairness {
  static final Setting<Long> MOST_OF_ONE = Setting.number("matching.most-of-one", 5, 1, 20);
  static final Setting<Long> TURNS = Setting.number("matching.turns", 2, 0, 5);

  private final Settings settings;

  Fairness(Settings settings) {
    this.settings = settings;
  }

  /// The list of at most `size` that this ranking, the best first, becomes.
  public List<Ranked> list(List<Ranked> ranking, int size) {
    var measures = new Measures(size, mostOfOne(), turns());
    var settled = ranking;
    for (var policy : Policy.ALL) {
      if (settings.of(policy.setting())) settled = policy.act().apply(settled, measures);
    }
    return settled.stream().limit(size).toList();
  }

  /// What orders a listing of this standing among others.
  public double rank(double score, Standing standing) {
    return score * share(standing.openCases());
  }

  /// What so many open cases leave of a rank.
  public double share(int openCases) {
    return settings.of(Policy.BUSY_STEPS_BACK.setting()) ? BusyStepsBack.share(openCases) : 1;
  }

  /// How many lists a fresh listing may come into as its turn the moment it opens.
  public int turns() {
    return settings.of(Policy.FIRST_TURNS.setting()) ? Math.toIntExact(settings.of(TURNS)) : 0;
  }

  int mostOfOne() {
    return Math.toIntExact(settings.of(MOST_OF_ONE));
  }

  @Configuration(proxyBeanMethods = false)
  static class Declared {
    @Bean
    Setting<Boolean> matchingBusyStepsBack() {
      return Policy.BUSY_STEPS_BACK.setting();
    }

    @Bean
    Setting<Boolean> matchingOneEntryEachText() {
      return Policy.ONE_ENTRY_EACH_TEXT.setting();
    }

    @Bean
    Setting<Boolean> matchingNotAllOfOne() {
      return Policy.NOT_ALL_OF_ONE.setting();
    }

    @Bean
    Setting<Boolean> matchingFirstTurns() {
      return Policy.FIRST_TURNS.setting();
    }

    @Bean
    Setting<Long> matchingMostOfOne() {
      return MOST_OF_ONE;
    }

    @Bean
    Setting<Long> matchingTurns() {
      return TURNS;
    }
  }
}
