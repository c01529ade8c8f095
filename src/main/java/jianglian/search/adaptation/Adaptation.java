package jianglian.search.adaptation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/// A linear map of vectors, learned so that texts that belong together lie closer: the vector
/// becomes v·W, then of unit length again. `bin/jianglian adapt` learns the two that ship; what
/// they were learned from and what they bring stands in docs/matching.md and docs/search.md.
///
/// The file: the letters JLVA, a version, the dimension, a scale for each row, the rows in 8 bits,
/// and a CRC-32 of all that.
public final class Adaptation {
  private static final int MAGIC = 0x4a4c5641;
  private static final int VERSION = 1;
  private static final int LARGEST = 4096;
  private static final int STEPS = 127;

  private final float[][] rows;

  private Adaptation(float[][] rows) {
    this.rows = rows;
  }

  /// Square, row by row; rounded to what the file can hold, so that it is the same before and after
  /// it was written.
  public static Adaptation of(float[][] matrix) {
    return new Adaptation(
        Arrays.stream(matrix).map(it -> unpacked(scale(it), packed(it))).toArray(float[][]::new));
  }

  /// The map of all texts, questions included.
  public static Adaptation ofTexts() {
    return shipped("texts");
  }

  /// What is done to a question on top of it.
  public static Adaptation ofQuestions() {
    return shipped("questions");
  }

  private static Adaptation shipped(String name) {
    try (var in = Adaptation.class.getResourceAsStream("/search/adaptation/" + name + ".bin")) {
      if (in == null) throw new IllegalStateException("the map of " + name + " is missing");
      return read(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Throws IOException where the file is damaged or of another version.
  public static Adaptation read(InputStream file) throws IOException {
    var bytes = file.readAllBytes();
    if (bytes.length < 3 * Integer.BYTES + Long.BYTES) throw new IOException("the map is damaged");
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) throw new IOException("this is no map of vectors");
    var version = in.readInt();
    if (version != VERSION) throw new IOException("the map has the unknown version " + version);
    var size = in.readInt();
    var length = 3L * Integer.BYTES + (long) size * (Float.BYTES + size) + Long.BYTES;
    if (size < 1 || size > LARGEST || length != bytes.length) {
      throw new IOException("the map is damaged");
    }
    var matrix = new float[size][];
    for (var row = 0; row < size; row++) {
      var scale = in.readFloat();
      matrix[row] = unpacked(scale, in.readNBytes(size));
    }
    if (in.readLong() != checksum(bytes, bytes.length - Long.BYTES)) {
      throw new IOException("the map is damaged");
    }
    return new Adaptation(matrix);
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(rows.length);
      for (var row : rows) {
        out.writeFloat(scale(row));
        out.write(packed(row));
      }
      var written = bytes.toByteArray();
      out.writeLong(checksum(written, written.length));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A new vector of unit length.
  public float[] apply(float[] vector) {
    var mapped = new float[rows.length];
    for (var i = 0; i < rows.length; i++) {
      var value = vector[i];
      var row = rows[i];
      for (var j = 0; j < mapped.length; j++) mapped[j] += value * row[j];
    }
    toUnitLength(mapped);
    return mapped;
  }

  public static void toUnitLength(float[] vector) {
    var sum = 0.0;
    for (var value : vector) sum += value * value;
    var length = (float) Math.sqrt(sum);
    if (length == 0) return;
    for (var i = 0; i < vector.length; i++) vector[i] /= length;
  }

  private static float scale(float[] row) {
    var largest = 0f;
    for (var value : row) largest = Math.max(largest, Math.abs(value));
    return largest / STEPS;
  }

  private static byte[] packed(float[] row) {
    var scale = scale(row);
    var bytes = new byte[row.length];
    for (var i = 0; i < row.length; i++) {
      bytes[i] = scale == 0 ? 0 : (byte) Math.round(row[i] / scale);
    }
    return bytes;
  }

  private static float[] unpacked(float scale, byte[] bytes) {
    var row = new float[bytes.length];
    for (var i = 0; i < bytes.length; i++) row[i] = scale * bytes[i];
    return row;
  }

  private static long checksum(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
