package jianglian.matching.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.matching.model.ModelFile;
import org.jspecify.annotations.Nullable;

/// A row to learn from: the pair's values by feature, as they were shown in `list` (whose list it
/// was), and what came of it. `about`: the features whose reason was called wrong; empty: the pair
/// itself was judged.
record Example(
    long need,
    String list,
    Map<String, @Nullable Double> values,
    Set<String> about,
    double target,
    double weight,
    Instant at) {

  boolean ofPair() {
    return about.isEmpty();
  }

  /// The values as a model sees them, standardised by its lines; 0 where it is unknown, or where
  /// only some features are judged and this is not one of them.
  double[] standard(List<ModelFile.Line> lines) {
    var x = new double[lines.size()];
    for (var j = 0; j < x.length; j++) {
      var line = lines.get(j);
      var value = values.get(line.name());
      if (value == null || !(ofPair() || about.contains(line.name()))) continue;
      x[j] = (value - line.mean()) / line.scale();
    }
    return x;
  }
}
