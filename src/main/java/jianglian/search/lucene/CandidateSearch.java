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
import org.jspecify.annotations.Nullable;

/// Entries close to a text, found by words and by vectors, with the raw figures of each.
record CandidateSearch(
    IndexSearcher searcher, CandidateRequest request, Sought sought, Terms terms, Joined joined) {
  static CandidateSearch of(IndexSearcher searcher, CandidateRequest request) throws IOException {
    var sought = Sought.of(request);
    var terms = Terms.of(searcher, sought);
    var joined = Joined.in(sought.folded(), terms.best());
    return new CandidateSearch(searcher, request, sought, terms, joined);
  }

  List<Candidate> run() throws IOException {
    var allowed = allowed();
    var size = request.each();
    var lists = new ArrayList<Callable<Scored>>();
    if (!terms.best().isEmpty()) lists.add(() -> byWords(allowed, size));
    for (var it : vectors()) lists.add(() -> Nearest.documents(searcher, it, allowed, size));
    var found = searcher.getTaskExecutor().invokeAll(lists);
    var close =
        closest(
            found.stream()
                .flatMapToInt(it -> Arrays.stream(it.documents()))
                .distinct()
                .sorted()
                .boxed()
                .toList());
    return candidates(close, centre(close));
  }

  Allowed allowed() throws IOException {
    return Allowed.of(searcher, Filters.conditions(request.audiences(), request.filters()));
  }

  private Scored byWords(Allowed allowed, int size) throws IOException {
    var any = new BooleanQuery.Builder();
    for (var term : terms.best()) {
      for (var field : Fields.values()) {
        var query = terms.query(field, term.word());
        if (query != null) any.add(new BoostQuery(query, field.weight), Occur.SHOULD);
      }
    }
    var query =
        new BooleanQuery.Builder()
            .add(any.build(), Occur.MUST)
            .add(allowed.query(), Occur.FILTER)
            .build();
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

  record Close(int document, WordScores words, @Nullable Float title, @Nullable Float text) {
    double sum(double strongest) {
      return words.sum() / strongest + (title == null ? 0 : title) + (text == null ? 0 : text);
    }
  }

  /// Of these, in ascending order, as many as are asked for, the closest first. The words' part is
  /// taken relative to the strongest, so that it weighs like a cosine.
  List<Close> closest(List<Integer> documents) throws IOException {
    var words = WordScores.of(searcher, terms, documents);
    var titles = cosines(Fields.TITLE_VECTOR, request.titleVector(), documents);
    var texts = cosines(Fields.TEXT_VECTOR, request.textVector(), documents);
    var all = new ArrayList<Close>();
    for (var i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      all.add(new Close(document, words.get(i), titles.get(document), texts.get(document)));
    }
    var strongest = Math.max(1e-9, words.stream().mapToDouble(WordScores::sum).max().orElse(0));
    all.sort(Comparator.comparingDouble(it -> -it.sum(strongest)));
    return all.subList(0, Math.min(request.size(), all.size()));
  }

  /// `centre`: what they are compared with beside; null where there is none.
  List<Candidate> candidates(List<Close> close, float @Nullable [] centre) throws IOException {
    var nearCentre = cosines(Fields.TITLE_VECTOR, centre, documents(close));
    var candidates = new ArrayList<Candidate>();
    for (var it : close) candidates.add(candidate(it, nearCentre.get(it.document())));
    return candidates;
  }

  private static List<Integer> documents(List<Close> close) {
    return close.stream().map(Close::document).toList();
  }

  /// The middle of the titles of the closest that have a vector.
  float @Nullable [] centre(List<Close> close) throws IOException {
    var closest = new ArrayList<float[]>();
    for (var from = 0; from < close.size(); from += Centre.CLOSEST) {
      var some = documents(close.subList(from, Math.min(close.size(), from + Centre.CLOSEST)));
      var vectors = Nearest.vectors(searcher, Fields.TITLE_VECTOR, some);
      some.stream().map(vectors::get).filter(Objects::nonNull).forEach(closest::add);
      if (closest.size() >= Centre.CLOSEST) break;
    }
    return Centre.of(closest.stream().limit(Centre.CLOSEST).toList()).orElse(null);
  }

  private Candidate candidate(Close it, @Nullable Float closest) throws IOException {
    var key = Hits.key(searcher, it.document());
    var card = Hits.card(searcher, it.document());
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
        closest == null ? null : closest.doubleValue(),
        sought.coverage(terms.best(), shared),
        joined.terms(shared),
        card.facets(),
        card.numbers());
  }

  private Map<Integer, Float> cosines(
      String field, float @Nullable [] vector, List<Integer> documents) throws IOException {
    if (vector == null) return Map.of();
    return Nearest.cosines(searcher, new Nearest.Asked(field, vector), documents);
  }
}
