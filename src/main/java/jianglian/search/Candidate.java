package jianglian.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A close entry with the raw figures a model is made of. BM25 scores are unbounded and ≥ 0 (0: no
/// term in common), cosines lie in [-1, 1] and are null where a vector is missing. `sharedTerms`
/// are the words both texts hold, the most informative first. `facets` and `numbers` are the
/// entry's own.
public record Candidate(
    String kind,
    long id,
    String title,
    double bm25Title,
    double bm25Text,
    double bm25Keywords,
    @Nullable Double cosineTitle,
    @Nullable Double cosineText,
    List<Term> sharedTerms,
    Map<String, Set<String>> facets,
    Map<String, Long> numbers) {

  /// A word and how informative it is in the corpus (inverse document frequency, natural log).
  public record Term(String word, double idf) {}
}
