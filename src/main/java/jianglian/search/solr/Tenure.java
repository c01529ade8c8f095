package jianglian.search.solr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jianglian.search.changes.ChangeLog;
import jianglian.search.changes.Feed;
import jianglian.search.changes.Key;
import jianglian.search.changes.Sources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time in which this node has the place of the one that feeds: one thread's work, in small
/// steps.
final class Tenure {
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final Duration STAY_EVERY = Feeding.LEASE.dividedBy(4);
  private static final Duration SECURE_EVERY = Duration.ofSeconds(5);

  /// Without any change the cursor still moves on, so that the log can be pruned behind it.
  private static final Duration MARK_EVERY = Duration.ofHours(1);

  /// What is gone is remembered so long, for whoever was cut off meanwhile.
  private static final Duration FORGET_EVERY = Duration.ofDays(1);

  private final Cluster cluster;
  private final Collections collections;
  private final Feeding feeding;
  private final ChangeLog log;
  private final Sources sources;
  private final Consumer<List<Key>> fresh;
  private final Feeding.Taken taken;
  private final long epoch;
  private @Nullable Fed live;
  private @Nullable Fed next;
  private long buildsAsked;
  private long buildsDone;
  private Instant stayed = Instant.now();
  private Instant secured = Instant.EPOCH;
  private Instant marked = Instant.now();
  private Instant forgot = Instant.EPOCH;
  private long told = -1;

  /// A collection, what writes to it, and how far it is. It does for the buildings asked for so
  /// far.
  private record Fed(Writing writing, Feed feed, long builds) {}

  /// `fresh` hears of rows that changed a moment ago, once they can be found.
  Tenure(
      Cluster cluster,
      Collections collections,
      Feeding feeding,
      ChangeLog log,
      Sources sources,
      Consumer<List<Key>> fresh,
      Feeding.Taken taken) {
    this.cluster = cluster;
    this.collections = collections;
    this.feeding = feeding;
    this.log = log;
    this.sources = sources;
    this.fresh = fresh;
    this.taken = taken;
    this.epoch = taken.epoch();
    this.buildsAsked = taken.buildsAsked();
    this.buildsDone = taken.buildsDone();
  }

  /// Does a little; false when there is nothing to do.
  boolean step() {
    stay();
    if (live == null && next == null) begin();
    var more = false;
    if (live != null) more = round(live);
    if (next == null && buildsAsked > buildsDone) next = fill();
    if (next != null) more |= build(next);
    return more;
  }

  private void stay() {
    var now = Instant.now();
    if (stayed.plus(STAY_EVERY).isAfter(now)) return;
    buildsAsked = feeding.stay(epoch).orElseThrow(PlaceTaken::new);
    stayed = now;
  }

  /// Goes on with the collection that answers, or makes one.
  private void begin() {
    var known = taken.collection();
    var there = known != null && collections.all().contains(known);
    if (known != null && there) {
      collections.answers(known);
      collections.deleteBut(known);
      var durable = taken.durable();
      if (durable != null && log.covers(durable)) {
        var writing = writing(known);
        live = new Fed(writing, Feed.resume(writing, log, sources, durable), buildsDone);
        return;
      }
      // The old one answers until the new one is whole, but nobody knows what it lacks.
      holds(feeding.answers(epoch, known, null, null));
    }
    var first = fill();
    LOG.info("{} is filled from the tables", first.writing().collection());
    if (!there) {
      collections.answers(first.writing().collection());
      holds(feeding.answers(epoch, first.writing().collection(), null, null));
    }
    next = first;
  }

  private Fed fill() {
    var writing = writing(collections.create());
    // So that the log is kept from here on, however long this takes.
    log.report(feeding.alias(), log.now());
    return new Fed(writing, Feed.fill(writing, log, sources), buildsAsked);
  }

  private Writing writing(String collection) {
    return new Writing(cluster, collection, epoch, fresh);
  }

  private boolean round(Fed fed) {
    if (fed.feed().round()) return true;
    if (fed.writing().takes() != told) {
      feeding.applied(epoch, fed.feed().applied());
      told = fed.writing().takes();
    }
    secure(fed);
    return false;
  }

  /// Makes durable what is applied, at most every few seconds, and only then moves the cursor.
  private void secure(Fed fed) {
    var now = Instant.now();
    if (secured.plus(SECURE_EVERY).isAfter(now)) return;
    var snapshot = fed.feed().applied();
    if (!fed.writing().secure() && marked.plus(MARK_EVERY).isAfter(now)) return;
    holds(feeding.durable(epoch, snapshot));
    log.report(feeding.alias(), snapshot);
    secured = now;
    marked = now;
    if (forgot.plus(FORGET_EVERY).isAfter(now)) return;
    fed.writing().forgetGone(now.minus(FORGET_EVERY));
    forgot = now;
  }

  /// Fills the next collection by a chunk; when it is whole, it takes the place of the old one.
  private boolean build(Fed fed) {
    if (fed.feed().round()) return true;
    fed.writing().secure();
    var collection = fed.writing().collection();
    var snapshot = fed.feed().applied();
    holds(feeding.answers(epoch, collection, snapshot, snapshot));
    collections.answers(collection);
    log.report(feeding.alias(), snapshot);
    live = fed;
    next = null;
    told = fed.writing().takes();
    buildsDone = fed.builds();
    feeding.built(epoch, buildsDone);
    collections.deleteBut(collection);
    LOG.info("Solr answers from {}", collection);
    return false;
  }

  /// Whether a collection is gone that someone else deleted; then all begins anew.
  boolean lost() {
    try {
      var there = collections.all();
      return Stream.of(Optional.ofNullable(live), Optional.ofNullable(next))
          .flatMap(Optional::stream)
          .anyMatch(it -> !there.contains(it.writing().collection()));
    } catch (RuntimeException unknown) {
      return false;
    }
  }

  private void holds(boolean mine) {
    if (!mine) throw new PlaceTaken();
  }

  /// Makes room for the next at once.
  void leave() {
    feeding.leave(epoch);
  }

  /// Another node has the place now.
  static final class PlaceTaken extends RuntimeException {}
}
