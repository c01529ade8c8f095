package jianglian.torture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// When the product is killed.
enum Moment {
  /// After a random number of rows was answered, somewhere in the batch that follows.
  ANY,
  /// While the answer is read more slowly than it is written.
  SLOW,
  /// While the search index makes durable what it has read.
  COMMIT,
  /// While the body is still being sent, or before the first batch is answered.
  EARLY,
  /// During the last batch or just after it.
  LATE;

  private static final int A_BATCH_TAKES = 500;

  static Moment of(int round) {
    return values()[(round - 1) % values().length];
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Waits for it.
  void await(Exchange exchange, Load load, Path home, Random random) {
    var size = load.rows().size();
    switch (this) {
      case ANY -> {
        var rows = random.nextInt(size * 9 / 10);
        exchange.await(() -> exchange.answered() >= rows);
        Subject.pause(random.nextInt(A_BATCH_TAKES));
      }
      case SLOW -> {
        var rows = 1 + random.nextInt(size / 2);
        exchange.await(() -> exchange.answered() >= rows);
      }
      case COMMIT -> {
        exchange.await(() -> exchange.answered() > 0);
        IndexCommit.await(home.resolve("index"));
      }
      case EARLY -> {
        var bytes = random.nextInt(2 * load.ndjson().length);
        exchange.await(() -> exchange.sent() >= Math.min(bytes, load.ndjson().length));
        var begin = System.nanoTime();
        var longest = random.nextInt(2 * A_BATCH_TAKES);
        exchange.await(() -> exchange.answered() > 0 || Subject.since(begin).toMillis() > longest);
      }
      case LATE -> {
        exchange.await(() -> exchange.answered() >= size * 9 / 10);
        Subject.pause(random.nextInt(A_BATCH_TAKES));
      }
    }
  }
}
