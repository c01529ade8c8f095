package jianglian.matching.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jianglian.matching.laboratory.Calibration.Told;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-9);

  @Test
  void chances_that_come_true_as_often_as_told_have_no_error() {
    var told = IntStream.range(0, 100).mapToObj(it -> new Told(0.25, it % 4 == 0)).toList();
    var calibration = new Calibration(told);
    assertThat(calibration.error()).isCloseTo(0, NEAR);
    assertThat(calibration.brierSkill()).isCloseTo(0, NEAR);
  }

  @Test
  void the_error_is_the_distance_in_each_bin_weighed_by_its_size() {
    var told =
        List.of(
            new Told(0.9, true), new Told(0.9, false), new Told(0.1, false), new Told(0.1, false));
    // 0.9 - 0.5 in one half, 0.1 - 0 in the other.
    assertThat(new Calibration(told).error()).isCloseTo(0.25, NEAR);
  }

  @Test
  void who_knows_everything_has_full_skill_and_who_errs_has_less_than_none() {
    var right = List.of(new Told(1, true), new Told(0, false));
    var wrong = List.of(new Told(0, true), new Told(1, false));
    assertThat(new Calibration(right).brierSkill()).isCloseTo(1, NEAR);
    assertThat(new Calibration(wrong).brierSkill()).isCloseTo(-3, NEAR);
  }
}
