package jianglian.search.solr;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jianglian.search.SearchChanges;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Feed;
import jianglian.search.changes.Key;
import jianglian.search.changes.Pulse;
import jianglian.search.changes.Sources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Feeds Solr from the change log where this node has the place to do so, and waits for the place
/// where another has it.
final class Feeder implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);

  /// Commits of this process wake the feeder at once; those of other nodes are seen by looking.
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final Duration TAKE_EVERY = Duration.ofSeconds(1);

  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  private final Cluster cluster;
  private final Collections collections;
  private final Feeding feeding;
  private final ChangeLog log;
  private final Sources sources;
  private final Pulse pulse = new Pulse();
  private final List<Consumer<List<Key>>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean running;
  private boolean failing;
  private volatile @Nullable Tenure tenure;
  private @Nullable Thread thread;

  Feeder(
      Cluster cluster,
      Collections collections,
      Feeding feeding,
      ChangeLog log,
      Sources sources,
      SearchChanges changes) {
    this.cluster = cluster;
    this.collections = collections;
    this.feeding = feeding;
    this.log = log;
    this.sources = sources;
    changes.whenCommitted(pulse::beat);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("search-feeder").start(this::work);
  }

  /// After the web server, which still answers while it stops.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void stop() {
    running = false;
    pulse.beat();
    try {
      if (thread != null) thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    var last = tenure;
    if (last != null) last.leave();
    tenure = null;
  }

  /// `listener` hears of rows that changed a moment ago, once they can be found; only where this
  /// node feeds.
  void whenFresh(Consumer<List<Key>> listener) {
    listeners.add(listener);
  }

  void wake() {
    pulse.beat();
  }

  private void work() {
    while (running) {
      try {
        var now = tenure;
        if (now == null) take();
        else if (!now.step()) pulse.await(LOOK_EVERY);
        failing = false;
      } catch (Tenure.PlaceTaken taken) {
        LOG.info("another node feeds Solr now");
        tenure = null;
      } catch (Feed.LogTorn torn) {
        LOG.warn("the log no longer holds what Solr lacks; it is filled anew");
        again();
      } catch (RuntimeException failure) {
        failed(failure);
        var now = tenure;
        if (now != null && now.lost()) again();
        pulse.await(AFTER_FAILURE);
      }
    }
  }

  /// Said once, however long it lasts.
  private void failed(RuntimeException failure) {
    if (!failing) LOG.warn("Solr could not be fed and is tried again until it can", failure);
    failing = true;
  }

  private void take() {
    var taken = feeding.take();
    if (taken.isPresent()) {
      LOG.info("this node feeds Solr now, in epoch {}", taken.get().epoch());
      tenure = new Tenure(cluster, collections, feeding, log, sources, this::fresh, taken.get());
    } else {
      pulse.await(TAKE_EVERY);
    }
  }

  private void fresh(List<Key> keys) {
    listeners.forEach(it -> it.accept(keys));
  }

  /// Gives the place back, and begins as whoever takes it next.
  private void again() {
    var last = tenure;
    if (last != null) last.leave();
    tenure = null;
  }
}
