package jianglian.search;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Index, query, vectors, suggestions. Lucene in this process by default.
public interface SearchEngine {
  SearchResult search(SearchRequest request);

  /// At most `size` names, titles and words that begin with or contain what was typed, in Chinese,
  /// pinyin or its initials.
  List<Suggestion> suggest(String typed, Set<String> audiences, int size);

  /// The best `request.size()` entries by the united candidate lists.
  List<Candidate> candidates(CandidateRequest request);

  SearchStatus status();

  /// Asks the index alone, so that a page may look every second.
  VectorBacklog vectorBacklog();

  /// Waits until everything committed before the call can be found; false when `patience` ran out.
  boolean await(Duration patience);

  /// Builds the index anew from the tables beside the live one and swaps it in.
  void rebuild();
}
