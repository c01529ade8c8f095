package jianglian.cases.introductions;

import java.util.Set;
import jianglian.liaison.Due;

/// Of which sides, by position, the next act is expected, and until when.
public record Turn(Set<Integer> sides, Due due) {
  /// The side that brought the need leads, unless the sides agree otherwise.
  public static final Set<Integer> LEAD = Set.of(0);
}
