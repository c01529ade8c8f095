package jianglian.bench;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jianglian.search.Candidate;
import jianglian.search.CandidateRequest;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchResult;
import jianglian.search.SearchStatus;
import jianglian.search.Suggestion;
import jianglian.search.VectorBacklog;
import org.jspecify.annotations.Nullable;

/// The product's engine, and what the matcher last asked of it, so that others can be asked the
/// same.
final class Overheard implements SearchEngine {
  private final SearchEngine engine;
  private volatile @Nullable CandidateRequest last;

  Overheard(SearchEngine engine) {
    this.engine = engine;
  }

  CandidateRequest last() {
    return Objects.requireNonNull(last);
  }

  @Override
  public List<Candidate> candidates(CandidateRequest request) {
    last = request;
    return engine.candidates(request);
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return engine.search(request);
  }

  @Override
  public List<Suggestion> suggest(String typed, Set<String> audiences, int size) {
    return engine.suggest(typed, audiences, size);
  }

  @Override
  public SearchStatus status() {
    return engine.status();
  }

  @Override
  public VectorBacklog vectorBacklog() {
    return engine.vectorBacklog();
  }

  @Override
  public boolean await(Duration patience) {
    return engine.await(patience);
  }

  @Override
  public void rebuild() {
    engine.rebuild();
  }
}
