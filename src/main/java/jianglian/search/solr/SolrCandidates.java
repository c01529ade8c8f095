package jianglian.search.solr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.search.Candidate;
import jianglian.search.Candidate.Term;
import jianglian.search.CandidateRequest;
import jianglian.search.Vectors;
import jianglian.search.changes.Key;
import jianglian.search.embedding.Part;
import jianglian.search.question.Centre;
import jianglian.search.question.Joined;
import jianglian.search.question.Place;
import jianglian.search.question.Sought;
import org.apache.lucene.util.SmallFloat;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.jspecify.annotations.Nullable;

/// Entries close to a text, found in Solr by words and by vectors. Of each, Solr tells how often
/// every word asked for stands in every place and how long the place is; all figures are computed
/// here.
final class SolrCandidates {
  /// A word that stands in a place more often counts as so often: three such numbers are exact in
  /// one of Solr's floats.
  private static final int OFTEN = 255;

  private final Cluster cluster;
  private final String collection;
  private final CandidateRequest request;
  private final Asked filtered;
  private final Figures figures;
  private final Sought sought;
  private final List<Term> terms;
  private final Joined joined;
  private final Vectors vectors;

  SolrCandidates(Cluster cluster, String collection, CandidateRequest request, Vectors vectors) {
    this.cluster = cluster;
    this.collection = collection;
    this.request = request;
    this.filtered = Asked.of(request.audiences(), request.filters());
    this.sought = Sought.of(request);
    this.figures = Figures.whole(cluster, collection, sought.counts().keySet());
    this.terms = sought.best(it -> figures.informativeness(it, sought.own()));
    this.joined = Joined.in(sought.folded(), terms);
    this.vectors = vectors;
  }

  List<Candidate> run() {
    var keys = keys();
    if (keys.isEmpty()) return List.of();
    var told = select(details(keys)).getResults();
    var close = told.stream().map(this::close).toList();
    var strongest = Math.max(1e-9, close.stream().mapToDouble(Close::words).max().orElse(0));
    var best =
        close.stream()
            .sorted(
                Comparator.<Close>comparingDouble(it -> -it.sum(strongest))
                    .thenComparing(it -> it.key().text()))
            .limit(request.size())
            .toList();
    var closest = closest(best);
    return best.stream().map(it -> candidate(it, closest.get(it.key().text()))).toList();
  }

  /// How near each is to the middle of the closest, by key.
  private Map<String, Float> closest(List<Close> best) {
    var near =
        best.stream()
            .filter(it -> it.title() != null || request.titleVector() == null)
            .map(it -> vectors.of(it.key().kind(), it.key().id()).get(Part.TITLE.code()))
            .filter(Objects::nonNull)
            .limit(Centre.CLOSEST)
            .toList();
    var centre = Centre.of(near).orElse(null);
    if (centre == null) return Map.of();
    var asked = Asked.all().rows(best.size()).set("q", "*:*");
    asked.keys(best.stream().map(it -> it.key().text()).toList());
    asked.tell(Schema.KEY, Meanings.cosine(asked, Part.TITLE.code(), Part.TITLE, centre));
    var cosines = new HashMap<String, Float>();
    for (var told : select(asked).getResults()) {
      var cosine = Meanings.cosine(told, Part.TITLE.code());
      if (cosine != null) cosines.put(SolrSearch.key(told), cosine);
    }
    return cosines;
  }

  /// Those the lists name, by words and by each vector.
  private Collection<String> keys() {
    var size = request.each();
    var lists = new ArrayList<Callable<QueryResponse>>();
    if (!terms.isEmpty()) lists.add(() -> select(byWords(size)));
    for (var part : Part.values()) {
      var vector = vector(part);
      if (vector != null) lists.add(() -> select(nearest(part, vector, size)));
    }
    var keys = new LinkedHashSet<String>();
    for (var list : Together.ask(lists)) {
      list.getResults().forEach(it -> keys.add(SolrSearch.key(it)));
    }
    return keys;
  }

  private Asked byWords(int size) {
    var any =
        terms.stream()
            .flatMap(term -> Stream.of(Place.values()).map(place -> word(place, term)))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    return filtered.copy().overAllShards().rows(size).set("q", any).tell(Schema.KEY);
  }

  private String word(Place place, Term term) {
    if (figures.holding(place, term.word()) == 0) return "";
    return WordsQuery.term(Schema.grams(place), term.word(), place.weight());
  }

  private Asked nearest(Part part, float[] vector, int size) {
    var nearest = filtered.copy().rows(size);
    return nearest.set("q", Meanings.nearest(nearest, part, vector, size)).tell(Schema.KEY);
  }

  private float @Nullable [] vector(Part part) {
    return part == Part.TITLE ? request.titleVector() : request.textVector();
  }

  private Asked details(Collection<String> keys) {
    var details = Asked.all().rows(keys.size()).set("q", "*:*");
    details.keys(keys);
    var fields = new ArrayList<>(List.of(Schema.KEY, Schema.CARD));
    for (var place : Place.values()) {
      fields.add("%1$s:field(%1$s)".formatted(Schema.length(place)));
    }
    for (var part : Part.values()) {
      var vector = vector(part);
      if (vector != null) fields.add(Meanings.cosine(details, part.code(), part, vector));
    }
    for (var i = 0; i < terms.size(); i++) fields.add("w%d:%s".formatted(i, often(terms.get(i))));
    return details.tell(fields.toArray(String[]::new));
  }

  /// How often the word stands in title, keywords and text, as digits of one number.
  private static String often(Term term) {
    var digits = new ArrayList<String>();
    var factor = 1;
    for (var place : Place.values()) {
      digits.add(
          "product(%d,min(%d,termfreq(%s,'%s')))"
              .formatted(factor, OFTEN, Schema.grams(place), term.word()));
      factor *= OFTEN + 1;
    }
    return "sum(" + String.join(",", digits) + ")";
  }

  /// An entry with the BM25 of each place, and the words it shares.
  private record Close(
      Key key,
      SolrDocument told,
      Map<Place, Double> scores,
      List<Term> shared,
      @Nullable Float title,
      @Nullable Float text) {
    double score(Place place) {
      return scores.getOrDefault(place, 0.0);
    }

    double words() {
      var sum = 0.0;
      for (var place : Place.values()) sum += place.weight() * score(place);
      return sum;
    }

    /// The words' part is taken relative to the strongest, so that it weighs like a cosine.
    double sum(double strongest) {
      return words() / strongest + (title == null ? 0 : title) + (text == null ? 0 : text);
    }
  }

  private Close close(SolrDocument told) {
    var scores = new EnumMap<Place, Double>(Place.class);
    var shared = new ArrayList<Term>();
    for (var i = 0; i < terms.size(); i++) {
      var term = terms.get(i);
      var often = number(told, "w" + i);
      if (often > 0) shared.add(term);
      for (var place : Place.values()) {
        var frequency = often % (OFTEN + 1);
        often /= OFTEN + 1;
        var scorer = frequency == 0 ? null : figures.scorer(place, term.word());
        if (scorer == null) continue;
        var length = SmallFloat.intToByte4((int) number(told, Schema.length(place)));
        scores.merge(place, (double) scorer.score((float) frequency, length), Double::sum);
      }
    }
    return new Close(
        Key.of(SolrSearch.key(told)),
        told,
        scores,
        shared,
        Meanings.cosine(told, Part.TITLE.code()),
        Meanings.cosine(told, Part.TEXT.code()));
  }

  private static long number(SolrDocument told, String name) {
    return told.getFieldValue(name) instanceof Number number ? number.longValue() : 0;
  }

  private Candidate candidate(Close it, @Nullable Float closest) {
    var card = SolrSearch.card(it.told());
    return new Candidate(
        it.key().kind(),
        it.key().id(),
        card.title(),
        it.score(Place.TITLE),
        it.score(Place.TEXT),
        it.score(Place.KEYWORDS),
        it.title() == null ? null : it.title().doubleValue(),
        it.text() == null ? null : it.text().doubleValue(),
        closest == null ? null : closest.doubleValue(),
        sought.coverage(terms, it.shared()),
        joined.terms(it.shared()),
        card.facets(),
        card.numbers());
  }

  private QueryResponse select(Asked asked) {
    return cluster.query(collection, Schema.SELECT, asked.params());
  }
}
