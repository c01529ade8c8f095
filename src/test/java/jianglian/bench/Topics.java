package jianglian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up vectors that lie as those of texts do, around topics: 512 floats of length 1, the same
/// for an id each time.
final class Topics {
  private static final int COUNT = 200;
  private static final int SIZE = 512;

  private final List<float[]> topics = new ArrayList<>();
  private final long seed;

  Topics(long seed) {
    this.seed = seed;
    var random = new Random(seed);
    for (var i = 0; i < COUNT; i++) topics.add(near(new float[SIZE], 1, random));
  }

  float[] of(long id) {
    var random = new Random(seed * 31 + id);
    return near(topics.get(random.nextInt(COUNT)), 0.8, random);
  }

  /// What a question about that one would have.
  float[] about(long id, Random random) {
    return near(of(id), 0.5, random);
  }

  private static float[] near(float[] other, double distance, Random random) {
    var vector = new float[SIZE];
    var sum = 0.0;
    for (var i = 0; i < SIZE; i++) {
      vector[i] = (float) (other[i] + distance * random.nextGaussian() / Math.sqrt(SIZE));
      sum += vector[i] * vector[i];
    }
    for (var i = 0; i < SIZE; i++) vector[i] /= (float) Math.sqrt(sum);
    return vector;
  }
}
