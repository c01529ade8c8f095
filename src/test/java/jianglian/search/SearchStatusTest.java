package jianglian.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchStatusTest {
  @Test
  void minutes_left_are_rounded_up_and_unknown_before_the_first_vector() {
    assertThat(status(6_001, 100).minutesLeft()).isEqualTo(2);
    assertThat(status(1, 100).minutesLeft()).isEqualTo(1);
    assertThat(status(0, 100).minutesLeft()).isZero();
    assertThat(status(6_000, 0).minutesLeft()).isZero();
  }

  private static SearchStatus status(long backlog, double perSecond) {
    return new SearchStatus(1, 1, 1, backlog, perSecond);
  }
}
