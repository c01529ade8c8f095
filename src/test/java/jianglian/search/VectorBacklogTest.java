package jianglian.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorBacklogTest {
  @Test
  void minutes_left_are_rounded_up_and_unknown_before_the_first_vector() {
    assertThat(new VectorBacklog(6_001, 100).minutesLeft()).isEqualTo(2);
    assertThat(new VectorBacklog(1, 100).minutesLeft()).isEqualTo(1);
    assertThat(new VectorBacklog(0, 100).minutesLeft()).isZero();
    assertThat(new VectorBacklog(6_000, 0).minutesLeft()).isZero();
  }
}
