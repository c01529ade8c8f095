package jianglian.matching.learning;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jianglian.matching.model.ModelFile;
import jianglian.matching.model.ModelRefused;
import org.jspecify.annotations.Nullable;

/// A model or a try to make one. `figures`: `logLoss`, `logLossBefore`, `ndcg10`, `ndcg10Before` on
/// the same `rows` of `needs` that neither model had seen; none where nothing was compared.
/// `madeBy` null: by the nightly job, or it came with the product.
public record ModelRow(
    long id,
    String name,
    String base,
    @Nullable Long parent,
    @Nullable String parentName,
    @Nullable String text,
    Map<String, Double> figures,
    String state,
    String why,
    Instant startedAt,
    @Nullable String madeBy,
    @Nullable Instant finishedAt,
    int step,
    int steps) {
  public boolean shipped() {
    return parent == null;
  }

  public boolean fitting() {
    return state.equals("fitting");
  }

  public boolean compared() {
    return figures.containsKey("logLoss");
  }

  public double figure(String name) {
    return figures.getOrDefault(name, 0.0);
  }

  /// Empty where there is none, or none that can be used.
  public Optional<ModelFile> file() {
    if (text == null) return Optional.empty();
    try {
      return Optional.of(ModelFile.read(text));
    } catch (ModelRefused damaged) {
      return Optional.empty();
    }
  }
}
