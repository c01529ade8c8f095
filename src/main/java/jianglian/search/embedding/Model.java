package jianglian.search.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jianglian.search.adaptation.Adaptation;

/// BGE small zh v1.5, quantised to 8 bits: texts in, vectors of 512 floats and unit length out. A
/// text's vector is the last layer at its first token (CLS), as the model was trained, mapped by
/// the [Adaptation] of texts. The name tells vectors of one model and map from others.
final class Model implements AutoCloseable {
  static final String NAME = "bge-small-zh-v1.5-q8-a1";
  static final int DIMENSIONS = 512;
  static final int LONGEST = 512;

  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2);

  private final OrtEnvironment environment = NativeEnvironment.get();
  private final WordPieces pieces;
  private final OrtSession session;
  private final Adaptation adaptation;

  /// Texts are read side by side; the model is closed when none is being read any more.
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  private Model(WordPieces pieces, byte[] network, Adaptation adaptation) throws OrtException {
    this.pieces = pieces;
    this.adaptation = adaptation;
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(THREADS);
      options.setInterOpNumThreads(1);
      // Idle threads of the model would otherwise turn in circles and take the cores from others.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      this.session = environment.createSession(network, options);
    }
  }

  static Model load() {
    try (var tokenizer = resource("/bge-small-zh-v1.5-q-tokenizer.json");
        var network = resource("/bge-small-zh-v1.5-q.onnx")) {
      return new Model(WordPieces.read(tokenizer), network.readAllBytes(), Adaptation.ofTexts());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (OrtException failure) {
      throw new IllegalStateException("the language model cannot be loaded", failure);
    }
  }

  /// One vector for each text. Best called with texts of about the same length: shorter ones are
  /// padded to the longest.
  float[][] embed(List<String> texts) {
    var vectors = plain(texts);
    for (var i = 0; i < vectors.length; i++) vectors[i] = adaptation.apply(vectors[i]);
    return vectors;
  }

  /// As the network gives them, before the map.
  float[][] plain(List<String> texts) {
    var ids = texts.stream().map(it -> pieces.of(it, LONGEST)).toArray(long[][]::new);
    var width = Arrays.stream(ids).mapToInt(it -> it.length).max().orElse(0);
    var tokens = new long[ids.length * width];
    var mask = new long[ids.length * width];
    for (var row = 0; row < ids.length; row++) {
      System.arraycopy(ids[row], 0, tokens, row * width, ids[row].length);
      Arrays.fill(mask, row * width, row * width + ids[row].length, 1);
    }
    use.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("the language model is closed");
      return run(tokens, mask, ids.length, width);
    } finally {
      use.readLock().unlock();
    }
  }

  private float[][] run(long[] tokens, long[] mask, int rows, int width) {
    var shape = new long[] {rows, width};
    try (var ids = tensor(tokens, shape);
        var attention = tensor(mask, shape);
        var types = tensor(new long[tokens.length], shape);
        var answer =
            session.run(
                Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
      var layer = ((OnnxTensor) answer.get(0)).getFloatBuffer();
      var vectors = new float[rows][DIMENSIONS];
      for (var row = 0; row < rows; row++) {
        layer.get(row * width * DIMENSIONS, vectors[row]);
        Adaptation.toUnitLength(vectors[row]);
      }
      return vectors;
    } catch (OrtException failure) {
      throw new IllegalStateException("the language model failed", failure);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static InputStream resource(String name) {
    var resource = Model.class.getResourceAsStream(name);
    if (resource == null) throw new IllegalStateException(name + " is missing");
    return resource;
  }

  boolean idle() {
    return use.getReadLockCount() == 0;
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException(failure);
    } finally {
      use.writeLock().unlock();
    }
  }
}
