package jianglian.search.embedding;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Embeds in the background what lacks a vector: first what changed a moment ago, then the rest in
/// batches of about equal length. One node at a time works on the rest.
@Component
public class Backlog implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

  /// Taken together and sorted by length, so that little of a batch is padding.
  private static final int SORTED = 512;

  /// Letters of a batch, padding included: large enough for the model to be busy, small enough for
  /// a person's question to wait for less than a breath.
  private static final int LETTERS = 2_048;

  private static final int MOST = 32;

  /// Batches to one commit, which takes as long as a twentieth of a batch of long texts.
  private static final int TOGETHER = 6;

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final long ONE_NODE = 0x6a69616e676c69L;

  private final Missing missing;
  private final Embedding embedding;
  private final LocalEmbedder model;
  private final TransactionTemplate transaction;
  private final JdbcClient db;
  private final Rate rate = new Rate();
  private final Deque<Lacking> sorted = new ArrayDeque<>();
  private final List<Lacking> done = new ArrayList<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  Backlog(
      Missing missing,
      Embedding embedding,
      LocalEmbedder model,
      TransactionTemplate transaction,
      JdbcClient db) {
    this.missing = missing;
    this.embedding = embedding;
    this.model = model;
    this.transaction = transaction;
    this.db = db;
  }

  public long size() {
    return missing.count();
  }

  public double perSecond() {
    return rate.perSecond();
  }

  /// After the index, and stopped before it.
  @Override
  public int getPhase() {
    return 1;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("search-vectors").start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (thread != null) thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    while (running) {
      try {
        if (!step()) pause(LOOK_EVERY);
      } catch (RuntimeException failure) {
        LOG.warn("vectors could not be computed and are tried again", failure);
        sorted.clear();
        done.clear();
        pause(AFTER_FAILURE);
      }
    }
  }

  /// A few batches; false when there is nothing to do.
  private boolean step() {
    if (!model.ready()) return false;
    var fresh = missing.fresh();
    if (!fresh.isEmpty()) {
      for (var batch : batches(fresh)) embed(batch);
      embedding.announce(fresh);
      return true;
    }
    if (sorted.isEmpty()) next();
    if (sorted.isEmpty()) return false;
    return alone(() -> {
      for (var i = 0; i < TOGETHER && running && !sorted.isEmpty(); i++) embed(batch(sorted));
    });
  }

  /// The index reads a row again once for all its texts, not after every batch.
  private void next() {
    embedding.announce(done);
    done.clear();
    sorted.addAll(byLength(missing.some(SORTED)));
    done.addAll(sorted);
  }

  private void embed(List<Lacking> batch) {
    var start = System.nanoTime();
    embedding.embed(batch, model::behind);
    rate.add(batch.size(), Duration.ofNanos(System.nanoTime() - start));
  }

  /// Whatever another node computed in the meantime is found by its digest.
  private boolean alone(Runnable work) {
    var done =
        transaction.execute(_ -> {
          var mine =
              db.sql("select pg_try_advisory_xact_lock(:key)")
                  .param("key", ONE_NODE)
                  .query(Boolean.class)
                  .single();
          if (mine) work.run();
          return mine;
        });
    return Boolean.TRUE.equals(done);
  }

  private static List<List<Lacking>> batches(List<Lacking> texts) {
    var left = new ArrayDeque<>(byLength(texts));
    var batches = new ArrayList<List<Lacking>>();
    while (!left.isEmpty()) batches.add(batch(left));
    return batches;
  }

  private static List<Lacking> byLength(List<Lacking> texts) {
    return texts.stream().sorted(Comparator.comparingInt(Backlog::length).reversed()).toList();
  }

  /// The first is the longest and sets the width of all.
  private static List<Lacking> batch(Deque<Lacking> left) {
    var width = Math.max(1, length(left.getFirst()));
    var rows = Math.clamp(LETTERS / width, 1, MOST);
    var batch = new ArrayList<Lacking>();
    while (!left.isEmpty() && batch.size() < rows) batch.add(left.removeFirst());
    return batch;
  }

  private static int length(Lacking text) {
    return text.part().read(text.text()).length();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
