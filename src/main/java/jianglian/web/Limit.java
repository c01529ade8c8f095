package jianglian.web;

import java.time.Instant;

/// By when something that waits must be done.
public sealed interface Limit {
  Limit NONE = new None();

  /// At a moment that is known already.
  record At(Instant due) implements Limit {}

  /// So many Chinese working days after the day it began to wait.
  record WorkingDays(int days) implements Limit {}

  /// Whenever there is time.
  record None() implements Limit {}
}
