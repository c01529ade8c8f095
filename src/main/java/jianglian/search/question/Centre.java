package jianglian.search.question;

import java.util.List;
import java.util.Optional;

/// The middle of the closest entries: what they have in common tells more about what is sought than
/// the few words it was put in (pseudo relevance feedback; Rocchio 1971).
public final class Centre {
  /// So many of the closest are taken.
  public static final int CLOSEST = 5;

  private Centre() {}

  /// Their mean, of unit length; empty where there is none. All vectors have the same dimension.
  public static Optional<float[]> of(List<float[]> vectors) {
    if (vectors.isEmpty()) return Optional.empty();
    var centre = new float[vectors.getFirst().length];
    for (var vector : vectors) {
      for (var i = 0; i < centre.length; i++) centre[i] += vector[i];
    }
    var squares = 0.0;
    for (var value : centre) squares += value * value;
    if (squares == 0) return Optional.empty();
    var length = (float) Math.sqrt(squares);
    for (var i = 0; i < centre.length; i++) centre[i] /= length;
    return Optional.of(centre);
  }
}
