package jianglian.cooperation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// Finds the constant of a code.
final class Codes {
  private Codes() {}

  static <T> Optional<T> find(T[] values, Function<T, String> code, String wanted) {
    return Arrays.stream(values).filter(it -> code.apply(it).equals(wanted)).findFirst();
  }
}
