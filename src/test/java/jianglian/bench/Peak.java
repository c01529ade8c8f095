package jianglian.bench;

import java.util.function.Supplier;

/// Looks at a process's memory every tenth of a second and keeps the most it held itself.
final class Peak implements AutoCloseable {
  private final Thread looking;
  private volatile double most;

  Peak(Supplier<Memory> memory) {
    this.looking =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!Thread.currentThread().isInterrupted()) {
                most = Math.max(most, memory.get().anonymous());
                try {
                  Thread.sleep(100);
                } catch (InterruptedException over) {
                  return;
                }
              }
            });
  }

  double megabytes() {
    return most;
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
