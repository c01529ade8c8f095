package jianglian.matching.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jianglian.web.Setting;
import jianglian.web.Settings;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Each policy has its switch, and the numbers are the alliance's to set.
@ModuleTest
class FairnessTest {
  private static final int SIZE = 10;

  @Autowired Fairness fairness;
  @Autowired Settings settings;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void allSwitchesAreOn() {
    Policy.ALL.forEach(it -> set(it.setting(), "true"));
    set(Fairness.MOST_OF_ONE, "5");
    set(Fairness.TURNS, "2");
  }

  private void set(Setting<?> setting, String value) {
    transaction.executeWithoutResult(_ -> settings.change(setting, value));
  }

  private static Ranked entry(long id, Long organisation, String text, int openCases, int shown) {
    var standing = new Standing(1, organisation, text, Sketch.of(text, ""), openCases, shown);
    return Ranked.of(id, 1 - id / 100.0, standing);
  }

  private List<Long> list(List<Ranked> ranking) {
    return fairness.list(ranking, SIZE).stream().map(Ranked::id).toList();
  }

  /// The first is busy, the second and third say the same, the next seven are of one firm, the last
  /// is new.
  private static List<Ranked> ranking() {
    var ranking = new ArrayList<Ranked>();
    ranking.add(entry(1, 101L, "甲乙丙丁", 9, 9));
    ranking.add(entry(2, 102L, "天地玄黄", 0, 9));
    ranking.add(entry(3, 103L, "天地玄黄", 0, 9));
    for (var i = 4; i <= 10; i++) ranking.add(entry(i, 7L, "宇宙" + (char) (0x4e00 + 97 * i), 0, 9));
    for (var i = 11; i <= 16; i++) {
      ranking.add(entry(i, 100L + i, "洪荒" + (char) (0x5e00 + 91 * i), 0, 9));
    }
    ranking.add(entry(17, 117L, "日月盈昃", 0, 0));
    return ranking;
  }

  @Test
  void all_together() {
    assertThat(list(ranking())).containsExactly(2L, 4L, 5L, 6L, 7L, 8L, 11L, 12L, 13L, 17L);
  }

  @Test
  void each_can_be_switched_off() {
    set(Policy.BUSY_STEPS_BACK.setting(), "false");
    assertThat(list(ranking())).startsWith(1L, 2L, 4L);
    set(Policy.ONE_ENTRY_EACH_TEXT.setting(), "false");
    assertThat(list(ranking())).startsWith(1L, 2L, 3L, 4L);
    set(Policy.NOT_ALL_OF_ONE.setting(), "false");
    assertThat(list(ranking())).startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L).endsWith(17L);
    set(Policy.FIRST_TURNS.setting(), "false");
    assertThat(list(ranking())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(fairness.turns()).isZero();
    assertThat(fairness.share(9)).isEqualTo(1);
  }

  @Test
  void how_many_of_one_and_how_many_turns_are_settings() {
    set(Fairness.MOST_OF_ONE, "2");
    set(Fairness.TURNS, "0");
    assertThat(list(ranking())).containsExactly(2L, 4L, 5L, 11L, 12L, 13L, 14L, 15L, 16L, 17L);
  }
}
