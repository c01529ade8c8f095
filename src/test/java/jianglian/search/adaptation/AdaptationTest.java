package jianglian.search.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdaptationTest {
  private static final int SIZE = 24;

  private static float[][] matrix() {
    var random = new Random(7);
    var matrix = new float[SIZE][SIZE];
    for (var row : matrix) {
      for (var j = 0; j < SIZE; j++) row[j] = (float) random.nextGaussian();
    }
    matrix[3] = new float[SIZE];
    return matrix;
  }

  private static Adaptation read(byte[] bytes) throws IOException {
    return Adaptation.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void it_is_the_same_after_it_was_written() throws IOException {
    var map = Adaptation.of(matrix());
    var vector = matrix()[0];
    assertThat(read(map.bytes()).apply(vector)).containsExactly(map.apply(vector));
    assertThat(read(map.bytes()).bytes()).isEqualTo(map.bytes());
  }

  @Test
  void what_it_gives_has_unit_length_and_what_comes_in_stays() {
    var vector = matrix()[0];
    var before = vector.clone();
    var mapped = Adaptation.of(matrix()).apply(vector);
    var squares = 0.0;
    for (var value : mapped) squares += value * value;
    assertThat(squares).isCloseTo(1, Offset.offset(1e-5));
    assertThat(vector).containsExactly(before);
  }

  @Test
  void a_damaged_or_foreign_file_is_refused_with_the_reason() {
    var bytes = Adaptation.of(matrix()).bytes();
    var damaged = bytes.clone();
    damaged[100] ^= 1;
    assertThatThrownBy(() -> read(damaged)).hasMessageContaining("damaged");
    assertThatThrownBy(() -> read(new byte[10])).hasMessageContaining("damaged");
    var foreign = bytes.clone();
    foreign[0] = 0;
    assertThatThrownBy(() -> read(foreign)).hasMessageContaining("no map");
    var newer = bytes.clone();
    newer[7] = 9;
    assertThatThrownBy(() -> read(newer)).hasMessageContaining("unknown version 9");
    var cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("damaged");
  }

  @Test
  void those_that_ship_can_be_read_and_do_something() {
    var vector = new float[512];
    vector[5] = 1;
    for (var map : List.of(Adaptation.ofTexts(), Adaptation.ofQuestions())) {
      assertThat(map.apply(vector)).hasSize(512).isNotEqualTo(vector);
    }
  }
}
