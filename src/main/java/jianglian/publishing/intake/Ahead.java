package jianglian.publishing.intake;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Makes the next things in a thread of its own while the last one is being used, at most two
/// ahead, so that memory stays bounded.
final class Ahead<T> implements AutoCloseable {
  interface Source<T> {
    /// The next thing, null at the end.
    @Nullable T next() throws IOException;
  }

  private sealed interface Made<T> {
    record One<T>(T thing) implements Made<T> {}

    record End<T>() implements Made<T> {}

    record Failed<T>(Exception failure) implements Made<T> {}
  }

  private final BlockingQueue<Made<T>> made = new ArrayBlockingQueue<>(2);
  private final Thread maker;

  Ahead(Source<T> source) {
    this.maker = Thread.ofPlatform().name("intake-reader").start(() -> make(source));
  }

  private void make(Source<T> source) {
    try {
      try {
        for (var thing = source.next(); thing != null; thing = source.next()) {
          made.put(new Made.One<>(thing));
        }
        made.put(new Made.End<>());
      } catch (IOException | RuntimeException failure) {
        made.put(new Made.Failed<>(failure));
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
  }

  @Nullable T next() throws IOException {
    try {
      return switch (made.take()) {
        case Made.One<T>(var thing) -> thing;
        case Made.End<T>() -> null;
        case Made.Failed<T>(var failure) -> throw rethrown(failure);
      };
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static RuntimeException rethrown(Exception failure) throws IOException {
    if (failure instanceof IOException io) throw io;
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }

  /// The maker no longer uses its source when this returns.
  @Override
  public void close() {
    maker.interrupt();
    boolean interrupted = false;
    while (true) {
      try {
        maker.join();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
