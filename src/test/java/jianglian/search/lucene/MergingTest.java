package jianglian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {
  @Test
  void many_segments_are_loose_whatever_their_size() {
    assertThat(Merging.loose(Collections.nCopies(Merging.MANY, 10))).isFalse();
    assertThat(Merging.loose(Collections.nCopies(Merging.MANY + 1, 10))).isTrue();
  }

  @Test
  void two_of_middle_size_beside_a_large_one_are_loose_and_what_they_become_is_not() {
    assertThat(Merging.loose(List.of(772_648, 87_182, 64_738, 84_000, 91_432))).isTrue();
    assertThat(Merging.loose(List.of(772_648, 327_352))).isFalse();
    assertThat(Merging.loose(List.of(772_648, 327_352, 12, 3, 400))).isFalse();
  }

  @Test
  void a_small_index_is_left_alone() {
    assertThat(Merging.loose(List.of(40_000, 30_000, 20_000))).isFalse();
  }
}
