package jianglian.matching.learning;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// What is known, split by need and time: the `older` rows are fitted on, the `later` ones, of
/// needs nobody had judged before, are held out. Rows that came later of needs judged before are
/// left out of both. A reason called wrong is no judgement of a pair and is only fitted on.
record History(List<Example> older, List<Example> later) {
  /// Of all rows, by time.
  private static final double OLDER = 0.7;

  static History of(List<Example> examples) {
    var sorted = examples.stream().sorted(Comparator.comparing(Example::at)).toList();
    if (sorted.isEmpty()) return new History(List.of(), List.of());
    var cut = sorted.get((int) (sorted.size() * OLDER)).at();
    var first = new HashMap<Long, Instant>();
    sorted.forEach(it -> first.putIfAbsent(it.need(), it.at()));
    return new History(
        sorted.stream().filter(it -> it.at().isBefore(cut)).toList(),
        sorted.stream()
            .filter(it -> it.ofPair() && !it.at().isBefore(cut))
            .filter(it -> !first.getOrDefault(it.need(), it.at()).isBefore(cut))
            .toList());
  }
}
