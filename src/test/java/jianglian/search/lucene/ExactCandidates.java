package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import jianglian.search.Candidate;
import jianglian.search.CandidateRequest;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/// Everything that a request allows, measured one by one: what a search for candidates comes close
/// to.
public final class ExactCandidates {
  private static final int SLICE = 10_000;

  private ExactCandidates() {}

  /// `each` hears of all, in slices.
  public static void of(
      ApplicationContext app, CandidateRequest request, Consumer<List<Candidate>> each) {
    app.getBean(LiveIndex.class)
        .ask(it -> {
          of(it, request, each);
          return 0;
        });
  }

  private static void of(
      IndexSearcher searcher, CandidateRequest request, Consumer<List<Candidate>> each)
      throws IOException {
    var whole =
        new CandidateRequest(
            request.title(),
            request.text(),
            request.keywords(),
            request.titleVector(),
            request.textVector(),
            request.audiences(),
            request.filters(),
            SLICE,
            request.indexed());
    var search = CandidateSearch.of(searcher, whole);
    var slices = slices(searcher, search.allowed());
    var centre = centre(search, slices);
    for (var it : slices) each.accept(search.candidates(search.closest(it), centre));
  }

  /// The closest of all are the closest of the closest of each slice, if all are measured with the
  /// same strongest words: that of all.
  private static float @Nullable [] centre(CandidateSearch search, List<List<Integer>> slices)
      throws IOException {
    var best = new ArrayList<CandidateSearch.Close>();
    for (var slice : slices) {
      var close = search.closest(slice);
      best.addAll(close.subList(0, Math.min(100, close.size())));
    }
    var strongest = best.stream().mapToDouble(it -> it.words().sum()).max().orElse(1);
    best.sort(Comparator.comparingDouble(it -> -it.sum(Math.max(1e-9, strongest))));
    return search.centre(best.subList(0, Math.min(100, best.size())));
  }

  private static List<List<Integer>> slices(IndexSearcher searcher, Allowed allowed)
      throws IOException {
    var slices = new ArrayList<List<Integer>>();
    var slice = new ArrayList<Integer>();
    for (var leaf : searcher.getIndexReader().leaves()) {
      var documents = allowed.iterator(leaf);
      for (var it = documents.nextDoc(); it < leaf.reader().maxDoc(); it = documents.nextDoc()) {
        slice.add(leaf.docBase + it);
        if (slice.size() < SLICE) continue;
        slices.add(slice);
        slice = new ArrayList<>();
      }
    }
    if (!slice.isEmpty()) slices.add(slice);
    return slices;
  }
}
