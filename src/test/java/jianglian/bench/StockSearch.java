package jianglian.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jianglian.bench.Stock.Share;
import jianglian.database.Home;
import jianglian.search.Filter;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import org.apache.lucene.index.Term;
import org.springframework.context.ConfigurableApplicationContext;

/// Words and vector together on a [Stock], under filters that leave more and less of it: how long
/// one question takes, and how many a second are answered on as many threads as there are
/// processors, beside Lucene alone. No question is asked twice.
final class StockSearch {
  private static final Set<String> PUBLIC = Set.of("public");
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final int WARM = 200;
  private static final double HALF_MS = 8;
  private static final double NEARLY_ALL_MS = 35;
  private static final double LEAST = 0.6;

  private final Bench bench;
  private final Stock stock;
  private final SearchEngine engine;
  private final AskedVector asked;
  private final ConfigurableApplicationContext app;
  private final Corpus corpus = new Corpus(20261126);
  private final Random random = new Random(20261126);

  StockSearch(Bench bench, Stock stock, ConfigurableApplicationContext app) {
    this.bench = bench;
    this.stock = stock;
    this.app = app;
    this.engine = app.getBean(SearchEngine.class);
    this.asked = app.getBean(AskedVector.class);
  }

  private record Question(String text, float[] vector) {}

  private interface Asking {
    void ask(Question question) throws IOException;
  }

  void measure(int seconds) throws Exception {
    try (var bare = new BareLucene(app.getBean(Home.class).folder("index"))) {
      bench.fact("stock_segments", bare.segments());
      measure("stock_search_all", List.of(), bare, seconds);
      for (var share : Share.values()) {
        var name = "stock_search_" + share.name().toLowerCase(Locale.ROOT);
        measure(name, facets(share), bare, seconds);
      }
    }
  }

  private static List<Filter.Facet> facets(Share share) {
    var facets = new ArrayList<Filter.Facet>();
    facets.add(new Filter.Facet("type", Set.of("technology")));
    if (share != Share.HALF) facets.add(new Filter.Facet("region", Set.of(share.region)));
    return facets;
  }

  private void measure(String name, List<Filter.Facet> facets, BareLucene bare, int seconds)
      throws Exception {
    var filters = new ArrayList<Filter>(facets);
    filters.add(new Filter.Kinds(Set.of("offer")));
    var terms = new ArrayList<Term>();
    terms.add(new Term("visibility", "public"));
    terms.add(new Term("kind", "offer"));
    for (var it : facets) {
      terms.add(new Term("facet." + it.name(), it.values().iterator().next()));
    }
    Asking ours = it -> search(it, filters);
    Asking theirs = it -> bare.search(it.text(), it.vector(), terms);
    for (var it : questions(WARM)) {
      ours.ask(it);
      theirs.ask(it);
    }
    bench.latencies(name, one(ours, seconds), HALF_MS, NEARLY_ALL_MS);
    bench.latencies(name + "_bare", one(theirs, seconds));
    bench.rate(name + "_per_second", many(ours, seconds), many(theirs, seconds), LEAST);
  }

  private void search(Question question, List<Filter> filters) {
    asked.is(question.vector());
    engine.search(
        new SearchRequest(question.text(), PUBLIC, filters, List.of(), Order.BEST, 20, null));
  }

  private List<Question> questions(int count) {
    var questions = new ArrayList<Question>();
    for (var i = 0; i < count; i++) {
      var about = 1 + random.nextInt(stock.offers());
      questions.add(new Question(corpus.question(), stock.about(about, random)));
    }
    return questions;
  }

  /// One after the other.
  private Times one(Asking asking, int seconds) throws IOException {
    var times = new Times();
    var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (System.nanoTime() < end) {
      for (var it : questions(10)) {
        var start = System.nanoTime();
        asking.ask(it);
        times.add(System.nanoTime() - start);
      }
    }
    return times;
  }

  /// So many a second on all threads.
  private double many(Asking asking, int seconds) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var supply = questions(seconds * 1_000);
      var parts = new ArrayList<Callable<Integer>>();
      var start = System.nanoTime();
      var end = start + Duration.ofSeconds(seconds).toNanos();
      for (var i = 0; i < THREADS; i++) {
        var own = supply.subList(supply.size() * i / THREADS, supply.size() * (i + 1) / THREADS);
        parts.add(() -> answered(asking, own, end));
      }
      var answered = 0;
      for (var it : threads.invokeAll(parts)) answered += it.get();
      return answered * 1e9 / (System.nanoTime() - start);
    }
  }

  private static int answered(Asking asking, List<Question> questions, long end)
      throws IOException {
    var answered = 0;
    for (var it : questions) {
      if (System.nanoTime() >= end) break;
      asking.ask(it);
      answered++;
    }
    return answered;
  }
}
