package jianglian.search.embedding;

import java.util.Comparator;
import java.util.List;

/// The model alone, without anything around it: the bound of the backlog.
public final class RawModel {
  private RawModel() {}

  /// Texts a second, sorted by length, in batches of sixteen.
  public static double perSecond(List<String> texts) {
    var sorted = texts.stream().sorted(Comparator.comparingInt(String::length)).toList();
    try (var model = Model.load()) {
      model.embed(sorted.subList(0, Math.min(16, sorted.size())));
      var start = System.nanoTime();
      for (var at = 0; at < sorted.size(); at += 16) {
        model.embed(sorted.subList(at, Math.min(at + 16, sorted.size())));
      }
      return sorted.size() * 1e9 / (System.nanoTime() - start);
    }
  }
}
