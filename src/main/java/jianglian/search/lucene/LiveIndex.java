package jianglian.search.lucene;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jianglian.database.Home;
import jianglian.search.SearchChanges;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Feed;
import jianglian.search.changes.Key;
import jianglian.search.changes.Pulse;
import jianglian.search.changes.Sources;
import jianglian.search.question.Sounds;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The index that answers now: opened where it stood, followed by one thread, built anew beside
/// itself when it is damaged, of another version, or on request.
@Component
@ConditionalOnProperty(
    name = "jianglian.search.engine",
    havingValue = "lucene",
    matchIfMissing = true)
class LiveIndex implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  /// Commits of this process wake the follower at once; those of other nodes are seen by looking.
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final ChangeLog log;
  private final Sources sources;
  private final Clock clock;
  private final Generations generations;
  private final Pulse pulse = new Pulse();
  private final List<Consumer<List<Key>>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock building = new ReentrantLock();
  private final AtomicLong asked = new AtomicLong();
  private volatile long answered;
  private volatile @Nullable Follower live;
  private volatile boolean running;
  private volatile boolean rebuilding;
  private @Nullable Thread thread;

  LiveIndex(Home home, ChangeLog log, Sources sources, SearchChanges changes, Clock clock) {
    this.log = log;
    this.sources = sources;
    this.clock = clock;
    this.generations = new Generations(home.folder("index"));
    changes.whenCommitted(pulse::beat);
  }

  @Override
  public void start() {
    live = open();
    running = true;
    thread = Thread.ofPlatform().name("search-index").start(this::follow);
    Thread.ofVirtual().name("search-index-check").start(this::verify);
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
    var last = follower();
    last.commit(clock.instant().plus(Duration.ofDays(1)));
    last.index().close();
  }

  Follower follower() {
    var now = live;
    if (now == null) throw new IllegalStateException("the index is not open yet");
    return now;
  }

  <T> T ask(Index.Question<T> question) {
    while (true) {
      var now = follower();
      try {
        return now.index().ask(question);
      } catch (AlreadyClosedException replaced) {
        if (now == live) throw replaced;
      }
    }
  }

  /// `listener` hears of rows that changed a moment ago, once they can be found.
  void whenFresh(Consumer<List<Key>> listener) {
    listeners.add(listener);
  }

  private void fresh(List<Key> keys) {
    listeners.forEach(it -> it.accept(keys));
  }

  boolean await(Duration patience) {
    var mine = asked.incrementAndGet();
    var end = System.nanoTime() + patience.toNanos();
    pulse.beat();
    while (answered < mine) {
      if (System.nanoTime() > end) return false;
      pause(Duration.ofMillis(5));
    }
    return true;
  }

  /// Builds beside the live index, which answers meanwhile, and swaps.
  void rebuild() {
    building.lock();
    rebuilding = true;
    var fresh = Follower.fill(generations.create(), log, sources, this::fresh);
    try {
      while (fresh.round()) Thread.onSpinWait();
      replaceBy(fresh);
    } catch (RuntimeException failure) {
      fresh.index().close();
      generations.delete(fresh.index().folder());
      throw failure;
    } finally {
      rebuilding = false;
      building.unlock();
    }
  }

  private void replaceBy(Follower fresh) {
    var old = follower();
    writing.lock();
    try {
      while (fresh.round()) Thread.onSpinWait();
      fresh.commit(clock.instant());
      live = fresh;
    } finally {
      writing.unlock();
    }
    old.index().close();
    generations.delete(old.index().folder());
    LOG.info("the index was built anew");
  }

  private Follower open() {
    var origin = log.origin();
    var found = generations.newest(it -> it.origin().equals(origin) && log.covers(it.snapshot()));
    if (found.isPresent()) {
      var it = found.get();
      return Follower.resume(it.index(), log, sources, it.mark(), this::fresh);
    }
    LOG.info("the index is built from the tables");
    var first = Follower.fill(generations.create(), log, sources, this::fresh);
    log.report(generations.node(), first.applied());
    return first;
  }

  /// The word lists are read, and a file that changed on disk is found, before someone searches.
  private void verify() {
    Sounds.of("长江");
    try {
      follower().index().verify();
    } catch (UncheckedIOException | AlreadyClosedException damaged) {
      LOG.warn("the index is damaged and will be built anew", damaged);
      if (running) rebuild();
    }
  }

  private void follow() {
    while (running) {
      var more = false;
      try {
        more = step();
      } catch (AlreadyClosedException | UncheckedIOException | Feed.LogTorn broken) {
        LOG.warn("the index cannot go on and is built anew", broken);
        recover();
      } catch (RuntimeException failure) {
        LOG.warn("the index could not be brought up to date and is tried again", failure);
        pause(AFTER_FAILURE);
      }
      if (!more) pulse.await(LOOK_EVERY);
    }
  }

  private void recover() {
    try {
      if (running) rebuild();
    } catch (RuntimeException failure) {
      LOG.error("the index could not be built anew and is tried again", failure);
      pause(AFTER_FAILURE);
    }
  }

  private boolean step() {
    writing.lock();
    try {
      var mine = asked.get();
      var now = follower();
      var more = now.round();
      if (!more) {
        answered = mine;
        now.tidy(clock.instant());
      }
      if (now.commit(clock.instant()) && !rebuilding) {
        log.report(generations.node(), now.applied());
      }
      return more;
    } finally {
      writing.unlock();
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
