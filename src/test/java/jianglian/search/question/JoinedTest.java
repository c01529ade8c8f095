package jianglian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import jianglian.search.Candidate.Term;
import org.junit.jupiter.api.Test;

class JoinedTest {
  private static List<Term> terms(String... words) {
    return Arrays.stream(words).map(it -> new Term(it, it.length() + it.charAt(0) % 7)).toList();
  }

  private static List<String> joined(String text, List<Term> shared) {
    return Joined.in(text, shared).terms(shared).stream().map(Term::word).toList();
  }

  @Test
  void overlapping_pairs_become_the_term_again() {
    assertThat(joined("钙钛矿叠层电池的中试", terms("钙钛", "钛矿", "电池")))
        .containsExactlyInAnyOrder("钙钛矿", "电池");
  }

  @Test
  void pairs_across_words_are_left_out_while_there_is_a_term() {
    assertThat(joined("消防机器人底盘", terms("人底", "底盘"))).containsExactly("人底盘");
    assertThat(joined("消防机器人，底盘和防爆", terms("防机", "底盘"))).containsExactly("底盘");
    assertThat(joined("消防机器人", terms("防机"))).containsExactly("防机");
  }

  @Test
  void empty_words_are_cut_off_the_ends() {
    assertThat(joined("锂电池的回收", terms("锂电", "电池", "池的"))).containsExactly("锂电池");
  }

  @Test
  void words_of_other_scripts_stand_by_themselves() {
    assertThat(joined("bms 与 lidar 系统", terms("bms", "lidar")))
        .containsExactlyInAnyOrder("bms", "lidar");
  }

  @Test
  void a_whole_sentence_is_not_one_term() {
    var text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    var pairs = new String[text.length() - 1];
    for (var i = 0; i < pairs.length; i++) pairs[i] = text.substring(i, i + 2);
    assertThat(joined(text, terms(pairs)))
        .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(12));
  }
}
