package jianglian.torture;

import java.util.List;

/// What one round did and found: `writes` acknowledged and `reads` compared, `unanswered` answers
/// that said that search is not available; seconds from the kill of a Solr node until a later write
/// could be found, and from the kill of the feeding product until the other had its place.
record SolrRound(
    int number,
    int writes,
    int reads,
    int unanswered,
    double writesBack,
    double takenOver,
    List<String> faults) {
  static final String HEAD =
      "%5s  %7s  %7s  %10s  %11s  %10s  %s%n"
          .formatted(
              "round", "writes", "reads", "unanswered", "writes back", "taken over", "faults");

  @Override
  public String toString() {
    return "%5d  %7d  %7d  %10d  %10.1fs  %9.1fs  %s"
        .formatted(
            number,
            writes,
            reads,
            unanswered,
            writesBack,
            takenOver,
            faults.isEmpty() ? "none" : String.join("; ", faults));
  }
}
