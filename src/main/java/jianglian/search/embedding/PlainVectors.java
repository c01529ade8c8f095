package jianglian.search.embedding;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Vectors of many texts as the network gives them, before any map: what maps are learned from.
public final class PlainVectors implements AutoCloseable {
  private static final int BATCH = 16;

  /// Progress is told after so many.
  private static final int TOLD = 1_600;

  private final Model model;

  private PlainVectors(Model model) {
    this.model = model;
  }

  public static PlainVectors load() {
    return new PlainVectors(Model.load());
  }

  /// In the order of the texts; those of about equal length are read together. `progress` hears how
  /// many are done.
  public float[][] of(List<String> texts, Consumer<Integer> progress) {
    var order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt(it -> texts.get(it).length()))
            .toList();
    var vectors = new float[texts.size()][];
    for (var from = 0; from < order.size(); from += BATCH) {
      var batch = order.subList(from, Math.min(from + BATCH, order.size()));
      var found = model.plain(batch.stream().map(texts::get).toList());
      for (var i = 0; i < found.length; i++) vectors[batch.get(i)] = found[i];
      if (from % TOLD == 0) progress.accept(from);
    }
    return vectors;
  }

  @Override
  public void close() {
    model.close();
  }
}
