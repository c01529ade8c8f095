package jianglian.search;

import org.jspecify.annotations.Nullable;

/// The search engine does not answer: a cluster of its own is away. Pages that need it say so; what
/// is in the tables stays where it is, and is found again when the engine is back.
public class SearchUnavailable extends RuntimeException {
  public SearchUnavailable(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
