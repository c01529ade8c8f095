package jianglian.search.solr;

import java.util.Comparator;
import jianglian.search.question.Position;

/// A hit of the best-first order. The higher score goes first, of equal ones the lower key.
record Ranked(String key, float score) {
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.<Ranked>comparingDouble(it -> -it.score()).thenComparing(Ranked::key);

  boolean after(Position position) {
    return BEST_FIRST.compare(this, last(position)) > 0;
  }

  static Ranked last(Position position) {
    return new Ranked(position.key(), Float.intBitsToFloat((int) position.place()));
  }
}
