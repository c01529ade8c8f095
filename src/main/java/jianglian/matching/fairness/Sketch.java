package jianglian.matching.fairness;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a text says, in 64 bytes: of each of 64 hash functions over its pairs of letters the least
/// value's last byte (minwise hashing, Broder 1997; of few bits each, Li and König 2010). The share
/// of equal bytes estimates how many pairs two texts have in common of all that either has, with a
/// standard error of at most 0.06. Digits, signs and spaces count only where there is nothing else,
/// so that a number behind it does not make a text another one.
public final class Sketch {
  static final int SIZE = 64;

  /// So many letters tell texts apart.
  private static final int READ = 4_000;

  private static final long[] FACTORS = numbers(20261125);
  private static final long[] SUMMANDS = numbers(20261126);

  private final byte[] bytes;

  private Sketch(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Of 64 bytes as they were stored.
  public static Sketch of(byte[] bytes) {
    if (bytes.length != SIZE) throw new IllegalArgumentException("a sketch has 64 bytes");
    return new Sketch(bytes.clone());
  }

  public static Sketch of(String title, String text) {
    var folded =
        Normalizer.normalize(title + "\n" + text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var letters = read(folded, Character::isLetter);
    return of(pairs(letters.length > 1 ? letters : read(folded, it -> it > ' ')));
  }

  private static int[] read(String text, IntPredicate kept) {
    return text.codePoints().filter(kept).limit(READ).toArray();
  }

  private static Set<Integer> pairs(int[] letters) {
    var pairs = new HashSet<Integer>();
    for (var i = 0; i < letters.length; i++) {
      pairs.add((letters[i] << 16) ^ (i + 1 < letters.length ? letters[i + 1] : 0));
    }
    return pairs;
  }

  private static Sketch of(Collection<Integer> pairs) {
    var least = new long[SIZE];
    Arrays.fill(least, Long.MAX_VALUE);
    for (var pair : pairs) {
      for (var i = 0; i < SIZE; i++) {
        var mixed = (pair + SUMMANDS[i]) * FACTORS[i];
        mixed = (mixed ^ (mixed >>> 32)) * FACTORS[(i + 1) % SIZE];
        least[i] = Math.min(least[i], mixed ^ (mixed >>> 29));
      }
    }
    var bytes = new byte[SIZE];
    for (var i = 0; i < SIZE; i++) bytes[i] = (byte) (least[i] >>> 8);
    return new Sketch(bytes);
  }

  /// About how much of what both say is the same, 0 to 1.
  public double likeness(Sketch other) {
    var same = 0;
    for (var i = 0; i < SIZE; i++) {
      if (bytes[i] == other.bytes[i]) same++;
    }
    return (double) same / SIZE;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// Odd numbers, always the same.
  private static long[] numbers(long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, SIZE).mapToLong(_ -> random.nextLong() | 1).toArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sketch sketch && Arrays.equals(bytes, sketch.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
