package jianglian.search.solr;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jianglian.search.Candidate;
import jianglian.search.CandidateRequest;
import jianglian.search.Embedder;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult;
import jianglian.search.SearchStatus;
import jianglian.search.SearchUnavailable;
import jianglian.search.Suggestion;
import jianglian.search.VectorBacklog;
import jianglian.search.Vectors;
import jianglian.search.changes.ChangeLog;
import jianglian.search.embedding.Missing;
import jianglian.search.question.Position;
import jianglian.search.question.Question;
import jianglian.search.question.Sounds;
import jianglian.search.question.Typing;
import jianglian.search.words.SynonymFile;
import org.jspecify.annotations.Nullable;

/// Answers from the collection behind the alias, on every node alike.
final class SolrEngine implements SearchEngine {
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);
  private static final Duration BUILDING = Duration.ofHours(12);

  private final Cluster cluster;
  private final Feeding feeding;
  private final Feeder feeder;
  private final ChangeLog log;
  private final Embedder embedder;
  private final Missing missing;
  private final Vectors vectors;
  private final Speed speed;
  private final SynonymFile synonyms;
  private final Clock clock;

  /// How many vectors a second this node computes.
  interface Speed {
    double perSecond();
  }

  SolrEngine(
      Cluster cluster,
      Feeding feeding,
      Feeder feeder,
      ChangeLog log,
      Embedder embedder,
      Missing missing,
      Vectors vectors,
      Speed speed,
      SynonymFile synonyms,
      Clock clock) {
    this.cluster = cluster;
    this.feeding = feeding;
    this.feeder = feeder;
    this.log = log;
    this.embedder = embedder;
    this.missing = missing;
    this.vectors = vectors;
    this.speed = speed;
    this.synonyms = synonyms;
    this.clock = clock;
  }

  @Override
  public SearchResult search(SearchRequest request) {
    var question = Question.of(request.text(), synonyms.current());
    var after = Position.of(request.after());
    var moment = after.map(Position::moment).orElseGet(clock::millis);
    var vector = vector(request, question);
    return new SolrSearch(cluster, feeding.alias(), request, question, vector, after, moment).run();
  }

  @Override
  public List<Candidate> candidates(CandidateRequest request) {
    return new SolrCandidates(cluster, feeding.alias(), request, vectors).run();
  }

  /// None while Solr is away: nobody is to be told of it at every letter.
  @Override
  public List<Suggestion> suggest(String typed, Set<String> audiences, int size) {
    var typing = new Typing(Sounds.typed(typed), size);
    try {
      return new SolrSuggest(cluster, feeding.alias(), typing, audiences, clock.millis()).run();
    } catch (SearchUnavailable away) {
      return List.of();
    }
  }

  @Override
  public SearchStatus status() {
    var entries = Figures.of(cluster, feeding.alias(), List.of()).entries();
    var applied = feeding.applied();
    if (applied.isEmpty()) return new SearchStatus(0, log.standing(log.now()).newest(), entries);
    var standing = log.standing(applied.get());
    return new SearchStatus(standing.newest() - standing.waiting(), standing.newest(), entries);
  }

  /// Nothing waits as far as anybody knows while Solr is away: pages that tell how much there is to
  /// do are shown all the same.
  @Override
  public VectorBacklog vectorBacklog() {
    try {
      return new VectorBacklog(missing.count(), speed.perSecond());
    } catch (SearchUnavailable away) {
      return new VectorBacklog(0, 0);
    }
  }

  /// The feeding node says in the database how far it is, so that every node may ask.
  @Override
  public boolean await(Duration patience) {
    var asked = log.now();
    var end = System.nanoTime() + patience.toNanos();
    feeder.wake();
    while (!feeding.findable(asked)) {
      if (System.nanoTime() > end) return false;
      pause(LOOK_EVERY);
    }
    return true;
  }

  @Override
  public void rebuild() {
    var mine = feeding.askBuild();
    var end = System.nanoTime() + BUILDING.toNanos();
    while (feeding.buildsDone() < mine) {
      if (System.nanoTime() > end) throw new SearchUnavailable("nobody builds", null);
      pause(LOOK_EVERY);
    }
  }

  private float @Nullable [] vector(SearchRequest request, Question question) {
    if (question.units().isEmpty() || request.order() != Order.BEST || !embedder.ready())
      return null;
    return embedder.question(request.text());
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SearchUnavailable("interrupted", interrupted);
    }
  }
}
