package jianglian.search.lucene;

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
import jianglian.search.Suggestion;
import jianglian.search.VectorBacklog;
import jianglian.search.changes.ChangeLog;
import jianglian.search.embedding.Backlog;
import jianglian.search.question.Position;
import jianglian.search.question.Question;
import jianglian.search.question.Sounds;
import jianglian.search.question.Typing;
import jianglian.search.words.SynonymFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Answers from the live index.
@Component
@ConditionalOnProperty(
    name = "jianglian.search.engine",
    havingValue = "lucene",
    matchIfMissing = true)
class LuceneEngine implements SearchEngine {
  private final LiveIndex index;
  private final ChangeLog log;
  private final Embedder embedder;
  private final Backlog backlog;
  private final SynonymFile synonyms;
  private final Clock clock;

  LuceneEngine(
      LiveIndex index,
      ChangeLog log,
      Embedder embedder,
      Backlog backlog,
      SynonymFile synonyms,
      Clock clock) {
    this.index = index;
    this.log = log;
    this.embedder = embedder;
    this.backlog = backlog;
    this.synonyms = synonyms;
    this.clock = clock;
  }

  @Override
  public SearchResult search(SearchRequest request) {
    var text = new TextQuery(Question.of(request.text(), synonyms.current()));
    return search(request, text, vector(request, text));
  }

  SearchResult search(SearchRequest request, TextQuery text, float @Nullable [] vector) {
    var after = Position.of(request.after());
    var moment = after.map(Position::moment).orElseGet(clock::millis);
    return index.ask(it -> new Search(it, request, text, vector, after, moment).run());
  }

  @Override
  public List<Candidate> candidates(CandidateRequest request) {
    return index.ask(it -> CandidateSearch.of(it, request).run());
  }

  @Override
  public List<Suggestion> suggest(String typed, Set<String> audiences, int size) {
    var moment = clock.millis();
    var typing = new Typing(Sounds.typed(typed), size);
    return index.ask(it -> new Suggest(it, typing, audiences, moment).run());
  }

  @Override
  public SearchStatus status() {
    var standing = log.standing(index.follower().applied());
    var entries = index.ask(it -> (long) it.getIndexReader().numDocs());
    return new SearchStatus(standing.newest() - standing.waiting(), standing.newest(), entries);
  }

  @Override
  public VectorBacklog vectorBacklog() {
    return new VectorBacklog(backlog.size(), backlog.perSecond());
  }

  @Override
  public boolean await(Duration patience) {
    return index.await(patience);
  }

  @Override
  public void rebuild() {
    index.rebuild();
  }

  private float @Nullable [] vector(SearchRequest request, TextQuery text) {
    if (text.question().units().isEmpty() || request.order() != Order.BEST || !embedder.ready())
      return null;
    return embedder.question(request.text());
  }
}
