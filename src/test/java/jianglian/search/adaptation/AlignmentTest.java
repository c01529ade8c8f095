package jianglian.search.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import jianglian.search.adaptation.Alignment.Pairs;
import jianglian.search.adaptation.Alignment.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pairs whose right side says in half of its numbers what the left says, and noise in the others:
/// who looks through the noise finds them.
class AlignmentTest {
  private static final int SIZE = 32;
  private static final int PAIRS = 400;

  private static Pairs pairs(long seed) {
    var random = new Random(seed);
    var left = new float[PAIRS][SIZE];
    var right = new float[PAIRS][SIZE];
    for (var i = 0; i < PAIRS; i++) {
      for (var j = 0; j < SIZE; j++) {
        var said = (float) random.nextGaussian();
        left[i][j] = said;
        right[i][j] = j < SIZE / 2 ? said : 2 * (float) random.nextGaussian();
      }
      Adaptation.toUnitLength(left[i]);
      Adaptation.toUnitLength(right[i]);
    }
    return new Pairs(left, right);
  }

  private static float[][] mapped(float[][] vectors, float[][] map) {
    var adaptation = Adaptation.of(map);
    return Arrays.stream(vectors).map(adaptation::apply).toArray(float[][]::new);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pairs_it_never_saw_are_found_better(boolean leftOnly) {
    var settings = new Settings(leftOnly, 40, 1e-4, 10, 64, 1);
    var map = Alignment.learn(pairs(1), settings);
    var unseen = pairs(2);
    var all = IntStream.range(0, PAIRS).toArray();
    var before = Found.of(unseen.left(), unseen.right(), all);
    var right = leftOnly ? unseen.right() : mapped(unseen.right(), map);
    var after = Found.of(mapped(unseen.left(), map), right, all);
    assertThat(after.mrr10()).isGreaterThan(before.mrr10() * 1.15);
    assertThat(after.pairs()).isEqualTo(PAIRS);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void the_same_seed_gives_the_same_bytes(long seed) {
    var settings = new Settings(false, 2, 0.01, 20, 64, seed);
    var once = Adaptation.of(Alignment.learn(pairs(5), settings)).bytes();
    assertThat(Adaptation.of(Alignment.learn(pairs(5), settings)).bytes()).isEqualTo(once);
  }
}
