package jianglian.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A close entry with the raw figures a model is made of. BM25 scores are unbounded and ≥ 0 (0: no
/// term in common), cosines lie in [-1, 1] and are null where a vector is missing. `sharedTerms`
/// are the terms both texts hold, the most informative first. `cosineClosest` is how near the
/// entry's title is to the middle of the closest five, and `coverage` the share of the key terms of
/// the title asked with that the entry holds (0 to 1, weighted by informativeness). `facets` and
/// `numbers` are the entry's own.
public record Candidate(
    String kind,
    long id,
    String title,
    double bm25Title,
    double bm25Text,
    double bm25Keywords,
    @Nullable Double cosineTitle,
    @Nullable Double cosineText,
    @Nullable Double cosineClosest,
    double coverage,
    List<Term> sharedTerms,
    Map<String, Set<String>> facets,
    Map<String, Long> numbers) {

  /// The same without what is only known among others.
  public Candidate alone() {
    return new Candidate(
        kind,
        id,
        title,
        bm25Title,
        bm25Text,
        bm25Keywords,
        cosineTitle,
        cosineText,
        null,
        coverage,
        sharedTerms,
        facets,
        numbers);
  }

  /// A word and how informative it is in the corpus (inverse document frequency, natural log).
  public record Term(String word, double idf) {}
}
