package jianglian.publishing.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one after another.
interface Rows extends AutoCloseable {
  /// The next row, null at the end.
  @Nullable Row next() throws IOException;

  /// How many rows of such a file are taken.
  int limit();

  /// The letter of the column that holds a field, null where there are no columns.
  default @Nullable String column(String field) {
    return null;
  }

  @Override
  void close() throws IOException;
}
