package jianglian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import jianglian.search.Candidate;
import jianglian.search.CandidateRequest;
import jianglian.search.question.Centre;
import jianglian.search.question.Joined;
import jianglian.search.question.Sought;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Entries close to a text, found by words and by vectors, with the raw figures of each.
record CandidateSearch(
    IndexSearcher searcher, CandidateRequest request, Sought sought, Terms terms, Joined joined) {
  /// So many by words and by each vector at the least, and half of what is asked for: the lists
  /// differ.
  private static final int LEAST = 100;

  static CandidateSearch of(IndexSearcher searcher, CandidateRequest request) throws IOException {
    var sought = Sought.of(request);
    var terms = Terms.of(searcher, sought);
    var joined = Joined.in(sought.folded(), terms.best());
    return new CandidateSearch(searcher, request, sought, terms, joined);
  }

  List<Candidate> run() throws IOException {
    var filter = Filters.of(request.audiences(), request.filters());
    var size = Math.max(LEAST, request.size() / 2);
    var lists = new ArrayList<Callable<Scored>>();
    if (!terms.best().isEmpty()) lists.add(() -> byWords(filter, size));
    for (var it : vectors()) lists.add(() -> Nearest.documents(searcher, it, filter, size));
    var found = searcher.getTaskExecutor().invokeAll(lists);
    return best(
        found.stream()
            .flatMapToInt(it -> Arrays.stream(it.documents()))
            .distinct()
            .sorted()
            .boxed()
            .toList());
  }

  private Scored byWords(Query filter, int size) throws IOException {
    var any = new BooleanQuery.Builder();
    for (var term : terms.best()) {
      for (var field : Fields.values()) {
        var query = terms.lexicon().query(field, term.word());
        if (query.getTermStates().docFreq() > 0) {
          any.add(new BoostQuery(query, field.weight), Occur.SHOULD);
        }
      }
    }
    var query =
        new BooleanQuery.Builder().add(any.build(), Occur.MUST).add(filter, Occur.FILTER).build();
    return Scored.of(searcher.search(query, size).scoreDocs);
  }

  private List<Nearest.Asked> vectors() {
    var asked = new ArrayList<Nearest.Asked>();
    var title = request.titleVector();
    var text = request.textVector();
    if (title != null) asked.add(new Nearest.Asked(Fields.TITLE_VECTOR, title));
    if (text != null) asked.add(new Nearest.Asked(Fields.TEXT_VECTOR, text));
    return asked;
  }

  private record Close(
      int document,
      WordScores words,
      @Nullable Float title,
      @Nullable Float text,
      float @Nullable [] titleVector) {
    double sum(double strongest) {
      return words.sum() / strongest + (title == null ? 0 : title) + (text == null ? 0 : text);
    }
  }

  /// The words' part is taken relative to the strongest, so that it weighs like a cosine.
  private List<Candidate> best(List<Integer> documents) throws IOException {
    var words = WordScores.of(searcher, terms, documents);
    var titles = Nearest.vectors(searcher, Fields.TITLE_VECTOR, documents.stream());
    var texts = cosines(Fields.TEXT_VECTOR, request.textVector(), documents);
    var asked = request.titleVector();
    var close = new ArrayList<Close>();
    for (var i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      var vector = titles.get(document);
      var title = asked == null || vector == null ? null : VectorUtil.dotProduct(asked, vector);
      close.add(new Close(document, words.get(i), title, texts.get(document), vector));
    }
    var strongest = Math.max(1e-9, words.stream().mapToDouble(WordScores::sum).max().orElse(0));
    close.sort(Comparator.comparingDouble(it -> -it.sum(strongest)));
    var centre = centre(close);
    var candidates = new ArrayList<Candidate>();
    for (var it : close.subList(0, Math.min(request.size(), close.size()))) {
      candidates.add(candidate(it, centre));
    }
    return candidates;
  }

  private static float @Nullable [] centre(List<Close> close) {
    return Centre.of(
            close.stream()
                .map(Close::titleVector)
                .filter(Objects::nonNull)
                .limit(Centre.CLOSEST)
                .toList())
        .orElse(null);
  }

  private Candidate candidate(Close it, float @Nullable [] centre) throws IOException {
    var key = Hits.key(searcher, it.document());
    var card = Hits.card(searcher, it.document());
    var vector = it.titleVector();
    var shared = it.words().shared();
    return new Candidate(
        key.kind(),
        key.id(),
        card.title(),
        it.words().title(),
        it.words().text(),
        it.words().keywords(),
        it.title() == null ? null : it.title().doubleValue(),
        it.text() == null ? null : it.text().doubleValue(),
        centre == null || vector == null ? null : (double) VectorUtil.dotProduct(centre, vector),
        sought.coverage(terms.best(), shared),
        joined.terms(shared),
        card.facets(),
        card.numbers());
  }

  private Map<Integer, Float> cosines(
      String field, float @Nullable [] vector, List<Integer> documents) throws IOException {
    return vector == null ? Map.of() : Nearest.cosines(searcher, field, vector, documents.stream());
  }
}
