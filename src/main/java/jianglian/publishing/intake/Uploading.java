package jianglian.publishing.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import jianglian.publishing.IntakeOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes an uploaded file while its sender looks at the progress or leaves the page.
@Component
class Uploading {
  private static final Logger LOG = LoggerFactory.getLogger(Uploading.class);

  /// Uploads taken at the same time; others wait their turn.
  private static final int AT_ONCE = 2;

  private final Taking taking;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  Uploading(Taking taking) {
    this.taking = taking;
  }

  /// The number of the job as soon as its file proves readable; throws what was wrong with the file
  /// otherwise. The spool is gone when the job ends.
  long begin(IntakeOrder order, Spool spool) {
    var begun = new CompletableFuture<Long>();
    Thread.ofVirtual().name("upload").start(() -> take(order, spool, begun));
    try {
      return begun.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException refused) throw refused;
      throw failed;
    }
  }

  private void take(IntakeOrder order, Spool spool, CompletableFuture<Long> begun) {
    turns.acquireUninterruptibly();
    try (spool) {
      taking.take(order, spool.file(), begun::complete, _ -> {});
    } catch (Exception failure) {
      if (!begun.completeExceptionally(failure)) LOG.error("an upload broke off", failure);
    } finally {
      turns.release();
    }
  }
}
