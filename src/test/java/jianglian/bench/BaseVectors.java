package jianglian.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Vectors of real clauses by the product's own model, and others made from them: near one, some
/// way towards another, a little noise. So they lie as those of real texts do, and a million take
/// minutes, not hours. 512 floats of length 1, the same for a seed each time.
final class BaseVectors {
  private static final int COUNT = 4_000;
  private static final int SIZE = 512;
  private static final double OWN = 0.8;
  private static final double OTHER = 0.4;
  private static final double NOISE = 0.3;
  private static final double ASKED = 0.35;

  private final List<float[]> bases;

  private BaseVectors(List<float[]> bases) {
    this.bases = bases;
  }

  static void write(Path file, Clauses clauses, Function<String, float[]> model)
      throws IOException {
    var random = new Random(20261125);
    var bytes = ByteBuffer.allocate(COUNT * SIZE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    var pieces = clauses.pieces();
    for (var i = 0; i < COUNT; i++) {
      for (var it : model.apply(pieces.get(random.nextInt(pieces.size())))) bytes.putFloat(it);
    }
    Files.write(file, bytes.array());
  }

  static BaseVectors read(Path file) throws IOException {
    var floats =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var bases = new ArrayList<float[]>();
    while (floats.hasRemaining()) {
      var base = new float[SIZE];
      floats.get(base);
      bases.add(base);
    }
    return new BaseVectors(bases);
  }

  float[] of(long seed) {
    var random = new SplittableRandom(seed);
    var own = bases.get(random.nextInt(bases.size()));
    var other = bases.get(random.nextInt(bases.size()));
    return mixed(own, OWN, other, OTHER, NOISE, random);
  }

  /// What a question about that one would have.
  float[] about(long seed, RandomGenerator random) {
    return mixed(of(seed), 1, bases.get(random.nextInt(bases.size())), ASKED, NOISE, random);
  }

  private static float[] mixed(
      float[] one, double share, float[] other, double part, double noise, RandomGenerator random) {
    var vector = new float[SIZE];
    var sum = 0.0;
    for (var i = 0; i < SIZE; i++) {
      var value =
          share * one[i] + part * other[i] + noise * random.nextGaussian() / Math.sqrt(SIZE);
      vector[i] = (float) value;
      sum += value * value;
    }
    for (var i = 0; i < SIZE; i++) vector[i] /= (float) Math.sqrt(sum);
    return vector;
  }
}
