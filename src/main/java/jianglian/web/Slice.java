package jianglian.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One part of a list under keyset paging: `next` is what to send as `after` for the following
/// part, null at the end.
public record Slice<T>(List<T> items, @Nullable String next) {

  /// From `size + 1` rows read: the last one only tells that there is more.
  public static <T> Slice<T> of(List<T> rows, int size, Function<T, String> key) {
    if (rows.size() <= size) return new Slice<>(rows, null);
    var items = rows.subList(0, size);
    return new Slice<>(List.copyOf(items), key.apply(items.getLast()));
  }

  public <R> Slice<R> map(Function<T, R> to) {
    return new Slice<>(items.stream().map(to).toList(), next);
  }
}
