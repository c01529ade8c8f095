package jianglian.search.solr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult;
import jianglian.search.SearchResult.Count;
import jianglian.search.SearchResult.Hit;
import jianglian.search.changes.Key;
import jianglian.search.embedding.Part;
import jianglian.search.question.Blend;
import jianglian.search.question.Card;
import jianglian.search.question.Highlights;
import jianglian.search.question.Position;
import jianglian.search.question.Question;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.jspecify.annotations.Nullable;

/// One search in Solr: words and vector together, under the filters. What has a meaning of its own
/// is few; its scores are put together here and merged into the order that Solr gives to all the
/// rest.
final class SolrSearch {
  private final Cluster cluster;
  private final String collection;
  private final SearchRequest request;
  private final Question question;
  private final float @Nullable [] vector;
  private final @Nullable Position after;
  private final long moment;
  private final Asked filtered;
  private final SolrFacets facets;

  SolrSearch(
      Cluster cluster,
      String collection,
      SearchRequest request,
      Question question,
      float @Nullable [] vector,
      Optional<Position> after,
      long moment) {
    this.cluster = cluster;
    this.collection = collection;
    this.request = request;
    this.question = question;
    this.vector = vector;
    this.after = after.orElse(null);
    this.moment = moment;
    this.filtered = Asked.of(request.audiences(), request.filters());
    this.facets = new SolrFacets(request.facets());
  }

  SearchResult run() {
    return request.order() == Order.BEST && !question.empty() ? bestFirst() : newestFirst();
  }

  private SearchResult bestFirst() {
    var figures = Figures.of(cluster, collection, question.words());
    var words = filtered.copy().overAllShards();
    words.set("q", WordsQuery.of(words, question, figures));
    var near = vector == null ? Map.<String, Near>of() : near(words, vector);
    var asked = new ArrayList<Callable<QueryResponse>>();
    asked.add(() -> select(facets.ask(words.copy().rows(0))));
    asked.add(() -> select(others(words, near.keySet())));
    if (!near.isEmpty()) asked.add(() -> select(scores(words, near.keySet())));
    var told = Together.ask(asked);
    var counted = told.getFirst();
    var scores = told.size() > 2 ? scores(told.get(2)) : Map.<String, Float>of();
    var ranked = ranked(told.get(1), near, scores);
    var alone = near.values().stream().filter(it -> !scores.containsKey(it.key())).toList();
    var total = counted.getResults().getNumFound() + alone.size();
    return result(ranked, total, facets.of(counted, alone));
  }

  /// What is nearest and the best by words, with the better cosine of title and text, taken as how
  /// far it is above the unrelated.
  private Map<String, Near> near(Asked words, float[] vector) {
    var asked = new ArrayList<Callable<QueryResponse>>();
    asked.add(() -> select(Near.ask(words.copy().rows(Blend.COMPARED), vector)));
    for (var part : Part.values()) {
      asked.add(() -> {
        var nearest = filtered.copy().rows(Blend.NEAREST);
        nearest.set("q", Meanings.nearest(nearest, part, vector, Blend.NEAREST));
        return select(Near.ask(nearest, vector));
      });
    }
    var near = new HashMap<String, Near>();
    for (var answer : Together.ask(asked)) {
      for (var it : answer.getResults()) near.putIfAbsent(key(it), Near.of(it));
    }
    var best = near.values().stream().map(Near::meaning).max(Float::compare).orElse(0f);
    near.values().removeIf(it -> it.meaning() <= 0 || it.meaning() < Blend.least(best));
    return near;
  }

  /// What is found by words alone and stands behind the last page.
  private Asked others(Asked words, Set<String> near) {
    var others = words.copy().rows(request.size() + 1);
    var freshness =
        String.format(
            Locale.ROOT,
            "{!func}product(%f,div(%f,sum(%f,abs(sub(%d,at)))))",
            Blend.FRESHNESS,
            Blend.HALF_AS_FRESH,
            Blend.HALF_AS_FRESH,
            moment);
    var by = others.name(words.params().get("q"));
    var score = "{!bool must=%s should=%s}".formatted(by, others.name(freshness));
    others.set("q", score).set("sort", "score desc,key asc").tell(Schema.KEY, "score");
    others.notKeys(near);
    if (after != null) behind(others, Ranked.last(after), others.name(score));
    return others;
  }

  private static void behind(Asked asked, Ranked last, String score) {
    asked.uncached("{!frange cache=false u=%s}query(%s)".formatted(last.score(), score));
    var equal = "{!frange l=%1$s u=%1$s}query(%2$s)".formatted(last.score(), score);
    var before = "key:[* TO %s]".formatted(Asked.quoted(last.key()));
    var seen = "{!bool must=%s must=%s}".formatted(asked.name(equal), asked.name(before));
    asked.uncached("{!bool cache=false filter='*:*' must_not=%s}".formatted(asked.name(seen)));
  }

  private static Asked scores(Asked words, Set<String> near) {
    var scores = words.copy().rows(near.size()).tell(Schema.KEY, "score");
    scores.keys(near);
    return scores;
  }

  private static Map<String, Float> scores(QueryResponse answer) {
    var scores = new HashMap<String, Float>();
    answer.getResults().forEach(it -> scores.put(key(it), score(it)));
    return scores;
  }

  private List<Ranked> ranked(
      QueryResponse others, Map<String, Near> near, Map<String, Float> scores) {
    var meant =
        near.values().stream()
            .map(it ->
                new Ranked(
                    it.key(),
                    scores.getOrDefault(it.key(), 0f)
                        + it.meaning()
                        + Blend.fresh(it.at(), moment)))
            .filter(it -> after == null || it.after(after));
    var rest = others.getResults().stream().map(it -> new Ranked(key(it), score(it)));
    return Stream.concat(meant, rest).sorted(Ranked.BEST_FIRST).limit(request.size() + 1L).toList();
  }

  private SearchResult newestFirst() {
    var asked = filtered.copy().rows(request.size() + 1).set("q", "*:*");
    if (!question.empty()) {
      var figures = Figures.of(cluster, collection, question.words());
      asked.uncached(
          WordsQuery.of(asked, question, figures).replace("{!bool", "{!bool cache=false"));
    }
    var counted = facets.ask(asked.copy().rows(0));
    var page = asked.set("sort", "at desc,key asc").tell(Schema.KEY, "at:field(at)");
    if (after != null) {
      page.uncached("{!lucene cache=false}at:[* TO %d]".formatted(after.place()));
      page.uncached(
          "{!bool cache=false filter='*:*' must_not=%s}"
              .formatted(
                  page.name(
                      "+at:%d +key:[* TO %s]"
                          .formatted(after.place(), Asked.quoted(after.key())))));
    }
    var told = Together.<QueryResponse>ask(List.of(() -> select(counted), () -> select(page)));
    var total = told.getFirst().getResults().getNumFound();
    var counts = facets.of(told.getFirst(), List.of());
    var times = new LinkedHashMap<String, Long>();
    for (var it : told.getLast().getResults()) {
      times.put(key(it), ((Number) it.getFieldValue(Schema.AT)).longValue());
    }
    var ranked = times.keySet().stream().map(it -> new Ranked(it, 0)).toList();
    return result(ranked, total, counts, it -> times.getOrDefault(it.key(), 0L));
  }

  private SearchResult result(List<Ranked> ranked, long total, Map<String, List<Count>> counts) {
    return result(ranked, total, counts, it -> Float.floatToIntBits(it.score()));
  }

  private interface Placing {
    long of(Ranked hit);
  }

  /// `ranked`: one more than asked for where there are more.
  private SearchResult result(
      List<Ranked> ranked, long total, Map<String, List<Count>> counts, Placing placing) {
    var shown = ranked.subList(0, Math.min(request.size(), ranked.size()));
    var more = ranked.size() > request.size() && !shown.isEmpty();
    var next =
        more
            ? new Position(moment, placing.of(shown.getLast()), shown.getLast().key()).text()
            : null;
    return new SearchResult(hits(shown), total, counts, next);
  }

  private List<Hit> hits(List<Ranked> shown) {
    if (!request.excerpts() || shown.isEmpty()) {
      return shown.stream().map(it -> hit(it, "", "")).toList();
    }
    var asked = Asked.all().rows(shown.size()).set("q", "*:*");
    asked.keys(shown.stream().map(Ranked::key).toList());
    asked.tell(Schema.KEY, Schema.CARD, Schema.TEXT);
    var told = new HashMap<String, SolrDocument>();
    select(asked).getResults().forEach(it -> told.put(key(it), it));
    var highlights = new Highlights(question.units());
    var hits = new ArrayList<Hit>();
    for (var it : shown) {
      var document = told.get(it.key());
      // Taken away since.
      if (document == null) continue;
      var text = document.getFieldValue(Schema.TEXT);
      hits.add(
          hit(
              it,
              highlights.all(card(document).title()),
              highlights.snippet(text == null ? "" : text.toString())));
    }
    return hits;
  }

  private static Hit hit(Ranked it, String title, String snippet) {
    var key = Key.of(it.key());
    return new Hit(key.kind(), key.id(), it.score(), title, snippet);
  }

  private QueryResponse select(Asked asked) {
    return cluster.query(collection, Schema.SELECT, asked.params());
  }

  static String key(SolrDocument told) {
    return String.valueOf(told.getFieldValue(Schema.KEY));
  }

  static Card card(SolrDocument told) {
    return Card.of((byte[]) told.getFieldValue(Schema.CARD));
  }

  private static float score(SolrDocument told) {
    return ((Number) told.getFieldValue("score")).floatValue();
  }
}
