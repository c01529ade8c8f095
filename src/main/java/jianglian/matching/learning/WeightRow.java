package jianglian.matching.learning;

import java.util.List;
import jianglian.matching.model.ModelFile;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// A feature's weight in a model beside its parent's; `before` null: it has no parent, or one
/// without this feature. `source`: `fitted`, `set` or `learned`.
public record WeightRow(String feature, double weight, @Nullable Double before, String source) {
  static List<WeightRow> of(ModelFile file, @Nullable ModelFile parent) {
    return file.features().stream()
        .map(it -> new WeightRow(it.name(), it.weight(), before(it.name(), parent), it.source()))
        .toList();
  }

  private static @Nullable Double before(String feature, @Nullable ModelFile parent) {
    if (parent == null) return null;
    return parent.features().stream()
        .filter(it -> it.name().equals(feature))
        .findFirst()
        .map(ModelFile.Line::weight)
        .orElse(null);
  }

  public String name(Page page) {
    return page.texts().find(page.locale(), "learning.feature." + feature).orElse(feature);
  }

  public String origin(Page page) {
    return page.texts().find(page.locale(), "learning.source." + source).orElse(source);
  }
}
