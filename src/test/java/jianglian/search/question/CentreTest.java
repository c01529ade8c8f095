package jianglian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CentreTest {
  @Test
  void the_middle_has_unit_length() {
    assertThat(Centre.of(List.of(new float[] {1, 0}, new float[] {0, 1})))
        .get()
        .satisfies(it -> assertThat(it[0]).isCloseTo(0.7071f, Offset.offset(1e-4f)))
        .satisfies(it -> assertThat(it[1]).isEqualTo(it[0]));
  }

  @Test
  void there_is_none_of_nothing_nor_of_opposites() {
    assertThat(Centre.of(List.of())).isEmpty();
    assertThat(Centre.of(List.of(new float[] {1, 0}, new float[] {-1, 0}))).isEmpty();
  }
}
