package jianglian.matching.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SketchTest {
  private static double likeness(String one, String other) {
    return Sketch.of(one, "").likeness(Sketch.of(other, ""));
  }

  @Test
  void the_share_of_equal_bytes_is_about_the_share_of_common_pairs() {
    var random = new Random(3);
    for (var round = 0; round < 50; round++) {
      var one = new StringBuilder();
      for (var i = 0; i < 300; i++) one.appendCodePoint(0x4e00 + random.nextInt(3_000));
      var other = new StringBuilder(one);
      for (var i = random.nextInt(150); i >= 0; i--) {
        other.setCharAt(random.nextInt(300), (char) (0x8000 + random.nextInt(3_000)));
      }
      assertThat(likeness(one.toString(), other.toString()))
          .isEqualTo(common(one.toString(), other.toString()), within(0.25));
    }
  }

  private static double common(String one, String other) {
    var pairs = new HashSet<String>();
    var others = new HashSet<String>();
    for (var i = 0; i + 1 < one.length(); i++) pairs.add(one.substring(i, i + 2));
    for (var i = 0; i + 1 < other.length(); i++) others.add(other.substring(i, i + 2));
    var both = new HashSet<>(pairs);
    both.retainAll(others);
    pairs.addAll(others);
    return (double) both.size() / pairs.size();
  }

  @Test
  void numbers_signs_width_and_case_do_not_make_a_text_another_one() {
    assertThat(likeness("代理记账，找我们！第1次 ＡＩ", "代理记账 找我们 第 2987 次ai")).isEqualTo(1);
  }

  @Test
  void what_has_no_letters_is_told_apart_by_what_it_has() {
    assertThat(likeness("138001", "138001")).isEqualTo(1);
    assertThat(likeness("138001", "992774")).isLessThan(0.5);
    assertThat(likeness("🚀🚀", "🎉🎉")).isLessThan(0.5);
    assertThat(likeness("机", "车")).isLessThan(0.5);
  }

  @Test
  void a_text_as_long_as_any_is_read_in_a_moment() {
    var start = System.nanoTime();
    var sketch = Sketch.of("寻", "长江流域园区合作联盟匹配引擎".repeat(7_200));
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    assertThat(Sketch.of(sketch.bytes())).isEqualTo(sketch).hasSameHashCodeAs(sketch);
  }
}
