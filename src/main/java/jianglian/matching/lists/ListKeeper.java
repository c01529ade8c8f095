package jianglian.matching.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jianglian.matching.lists.MatchQueue.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works off what is due: in a lane of its own what was just posted, so that it never waits behind
/// an import, and in as many lanes as there are processors everything.
@Component
class ListKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ListKeeper.class);
  private static final int LANES = Runtime.getRuntime().availableProcessors();

  /// What a kill costs at most: so many lists in each lane are computed again.
  private static final int CHUNK = 32;

  private static final long POLL_SECONDS = 5;
  private static final Duration TO_STOP = Duration.ofSeconds(5);

  private final MatchQueue queue;
  private final ListKeeping keeping;
  private final boolean working;
  private volatile List<Lane> lanes = List.of();

  ListKeeper(
      MatchQueue queue,
      ListKeeping keeping,
      @Value("${jianglian.matching.keep-lists:true}") boolean working) {
    this.queue = queue;
    this.keeping = keeping;
    this.working = working;
  }

  @Override
  public void start() {
    var all = new ArrayList<Lane>();
    all.add(new Lane("matching-fresh", /* urgentOnly= */ true, 1));
    for (var i = 0; i < LANES; i++) {
      all.add(new Lane("matching-" + i, /* urgentOnly= */ false, CHUNK));
    }
    lanes = List.copyOf(all);
    lanes.forEach(it -> it.thread.start());
  }

  @Override
  public void stop() {
    lanes.forEach(Lane::stop);
    lanes = List.of();
  }

  @Override
  public boolean isRunning() {
    return !lanes.isEmpty();
  }

  @Override
  public boolean isAutoStartup() {
    return working;
  }

  /// After the index, which lists are computed from; so it stops before.
  @Override
  public int getPhase() {
    return 1;
  }

  /// Something new is due.
  void wake() {
    lanes.forEach(it -> it.bell.release());
  }

  private final class Lane implements Runnable {
    private final boolean urgentOnly;
    private final int chunk;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    Lane(String name, boolean urgentOnly, int chunk) {
      this.urgentOnly = urgentOnly;
      this.chunk = chunk;
      this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
    }

    void stop() {
      stopped = true;
      bell.release();
      try {
        if (!thread.join(TO_STOP)) LOG.warn("{} is still at work", thread.getName());
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void run() {
      while (!stopped) {
        try {
          var due = queue.claim(urgentOnly, chunk);
          // What was just posted does not wait for the others of its chunk.
          due.stream().filter(Due::urgent).forEach(it -> keep(List.of(it)));
          keep(due.stream().filter(it -> !it.urgent()).toList());
          if (due.isEmpty()) rest();
        } catch (InterruptedException stopping) {
          return;
        } catch (RuntimeException failure) {
          LOG.warn("lists of matches wait for the next round", failure);
          pause();
        }
      }
    }

    /// Where they fail together each is tried alone: one that fails comes back when its lease is
    /// over, the others go on.
    private void keep(List<Due> all) {
      if (stopped || all.isEmpty()) return;
      try {
        keeping.keep(all);
      } catch (RuntimeException failure) {
        if (all.size() > 1) all.forEach(it -> keep(List.of(it)));
        else LOG.warn("the list of {} could not be computed", all.getFirst().listing(), failure);
      }
    }

    private void rest() throws InterruptedException {
      if (bell.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) bell.drainPermits();
    }

    private void pause() {
      try {
        rest();
      } catch (InterruptedException stopping) {
        stopped = true;
      }
    }
  }
}
