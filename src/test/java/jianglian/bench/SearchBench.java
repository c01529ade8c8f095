package jianglian.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import jianglian.bench.GivenVectors.Item;
import jianglian.database.Home;
import jianglian.search.CandidateRequest;
import jianglian.search.Filter;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.embedding.Backlog;
import jianglian.search.embedding.RawModel;
import org.apache.lucene.index.Term;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Search on a stock of many offers, then search, candidates, freshness and indexing on rows of its
/// own, in the product itself, with the embedding of questions apart. No question is asked twice.
public final class SearchBench {
  private static final Set<String> PUBLIC = Set.of("public");
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final String KEEP_STILL = "--jianglian.matching.keep-lists=false";

  /// Rows of its own, which are indexed and asked for; more are searched on a stock.
  private static final int MOST = 100_000;

  private static final int TEXT = 333;
  private static final int EMBEDDED = 1_500;
  private static final int WARM = 500;
  private static final double VISIBLE = 2_000;

  private final Bench bench;
  private final Cpu cpu = Cpu.own();
  private final Corpus corpus = new Corpus(20261123);
  private final Topics topics = new Topics(20261123);
  private final Random random = new Random(20261123);
  private final List<Item> items = new ArrayList<>();
  private final ConfigurableApplicationContext app;
  private final Path home;
  private final SearchEngine engine;
  private final BenchItems table;
  private final AskedVector asked;

  private SearchBench(Bench bench, ConfigurableApplicationContext app) {
    this.bench = bench;
    this.app = app;
    this.home = app.getBean(Home.class).folder("index");
    this.engine = app.getBean(SearchEngine.class);
    this.table = app.getBean(BenchItems.class);
    this.asked = app.getBean(AskedVector.class);
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var stock = Stock.of(bench);
    try (var app = Product.start(stock.home(), SearchBench::answering, KEEP_STILL)) {
      app.getBean(Backlog.class).stop();
      app.getBean(SearchEngine.class).await(PATIENCE);
      new StockSearch(bench, stock, app).measure(bench.option("seconds", 10));
      Memory.own().tell(bench, "stock");
    }
    try (var app = Product.start(bench.folder("search"), SearchBench::register)) {
      app.getBean(Backlog.class).stop();
      new SearchBench(bench, app).measure();
    }
    bench.print();
  }

  private static void answering(GenericApplicationContext context) {
    context.registerBean(AskedVector.class, AskedVector::new, it -> it.setPrimary(true));
  }

  private static void register(GenericApplicationContext context) {
    answering(context);
    context.registerBean(
        BenchItems.class,
        () ->
            new BenchItems(
                context.getBean(JdbcClient.class),
                context.getBean(DataSource.class),
                context.getBean(SearchChanges.class),
                context.getBean(TransactionTemplate.class)));
  }

  private void measure() throws IOException, SQLException, InterruptedException {
    table.create();
    generate(Math.min(MOST, bench.option("items", MOST)));
    index();
    bench.ours("settled_s", cpu.rest());
    search(bench.option("seconds", 20));
    candidates(bench.option("seconds", 20));
    fresh("posted_to_visible");
    embedding();
    Memory.own().tell(bench, "end");
  }

  private void generate(int size) {
    for (long id = 1; id <= size; id++) {
      items.add(new Item(id, corpus.title(), corpus.text(TEXT)));
    }
    bench.fact("items", size);
    bench.corpus(corpus);
  }

  private void index() throws SQLException {
    table.insert(items);
    var busy = cpu.seconds();
    var start = System.nanoTime();
    engine.await(PATIENCE);
    bench.ours("text_searchable_s", seconds(start), 120);
    bench.ours("text_searchable_cpu_s", cpu.seconds() - busy);
    Memory.own().tell(bench, "text");
    new GivenVectors(app.getBean(DataSource.class), asked.model())
        .store(BenchItems.KIND, items, topics::of);
    busy = cpu.seconds();
    start = System.nanoTime();
    engine.await(PATIENCE);
    bench.ours("with_vectors_s", seconds(start));
    bench.ours("with_vectors_cpu_s", cpu.seconds() - busy);
    Memory.own().tell(bench, "vectors");
  }

  /// `park` is empty in three of four.
  private record Question(String text, float[] vector, String type, String park) {
    List<Filter> filters() {
      var filters = new ArrayList<Filter>();
      filters.add(new Filter.Kinds(Set.of(BenchItems.KIND)));
      filters.add(new Filter.Facet("type", Set.of(type)));
      if (!park.isEmpty()) filters.add(new Filter.Facet("park", Set.of(park)));
      return filters;
    }

    List<Term> terms() {
      var terms = new ArrayList<Term>();
      terms.add(new Term("visibility", "public"));
      terms.add(new Term("kind", BenchItems.KIND));
      terms.add(new Term("facet.type", type));
      if (!park.isEmpty()) terms.add(new Term("facet.park", park));
      return terms;
    }
  }

  private Question question() {
    var item = items.get(random.nextInt(items.size()));
    return new Question(
        corpus.question(),
        topics.about(item.id(), random),
        "t" + random.nextInt(3),
        random.nextInt(4) > 0 ? "" : "p" + random.nextInt(BenchItems.PARKS));
  }

  private long ask(Question question, List<String> facets) {
    asked.is(question.vector());
    var request =
        new SearchRequest(
            question.text(), PUBLIC, question.filters(), facets, Order.BEST, 20, null);
    var start = System.nanoTime();
    engine.search(request);
    return System.nanoTime() - start;
  }

  private static long ask(BareLucene bare, Question question) throws IOException {
    var terms = question.terms();
    var start = System.nanoTime();
    bare.search(question.text(), question.vector(), terms);
    return System.nanoTime() - start;
  }

  /// Both answer the same questions, in turns first and second.
  private void search(int limit) throws IOException {
    var ours = new Times();
    var theirs = new Times();
    try (var bare = new BareLucene(home)) {
      bench.fact("entries", bare.entries());
      bench.fact("segments", bare.segments());
      for (var i = 0; i < WARM; i++) {
        var question = question();
        ask(question, List.of());
        ask(bare, question);
      }
      var end = System.nanoTime() + Duration.ofSeconds(limit).toNanos();
      for (var i = 0; System.nanoTime() < end; i++) {
        var question = question();
        if (i % 2 == 0) ours.add(ask(question, List.of()));
        theirs.add(ask(bare, question));
        if (i % 2 == 1) ours.add(ask(question, List.of()));
      }
    }
    bench.fact("questions", ours.count());
    bench.latencies("search", ours, 5, 30);
    bench.latencies("bare_search", theirs);
    bench.rate("search_per_second", ours.perSecond(), theirs.perSecond(), 0.6);
    var counted = new Times();
    for (var i = 0; i < WARM; i++) counted.add(ask(question(), List.of("park", "type")));
    bench.latencies("search_with_facets", counted);
  }

  private void candidates(int limit) {
    var times = new Times();
    var end = System.nanoTime() + Duration.ofSeconds(limit).toNanos();
    for (var i = 0; System.nanoTime() < end; i++) {
      var item = items.get(random.nextInt(items.size()));
      var vector = topics.about(item.id(), random);
      var request =
          new CandidateRequest(
              item.title(),
              item.text(),
              List.of(),
              vector,
              vector,
              PUBLIC,
              List.of(
                  new Filter.Kinds(Set.of(BenchItems.KIND)),
                  new Filter.FacetOrAbsent("type", Set.of("t1", "t2"))),
              200);
      var start = System.nanoTime();
      engine.candidates(request);
      if (i >= 50) times.add(System.nanoTime() - start);
    }
    bench.latencies("candidates", times);
  }

  /// From the commit of a new row until a search finds it.
  private void fresh(String name) {
    var times = new Times();
    for (var i = 0; i < 40; i++) {
      var id = BenchItems.publicId();
      table.post(new Item(id, "编号" + id, ""));
      var start = System.nanoTime();
      while (missing(String.valueOf(id))) {
        if (System.nanoTime() - start > 60_000_000_000L) {
          throw new IllegalStateException(id + " is not found");
        }
      }
      times.add(System.nanoTime() - start);
    }
    bench.latencies(name, times, VISIBLE, VISIBLE);
  }

  private boolean missing(String title) {
    var request = new SearchRequest(title, PUBLIC, List.of(), List.of(), Order.NEWEST, 1, null);
    return engine.search(request).hits().isEmpty();
  }

  /// The backlog beside the model alone, on texts of 100 letters, and new rows meanwhile. So short,
  /// a text costs the model less and the index nearly as much as one of 1 KB.
  private void embedding() throws SQLException, InterruptedException {
    var texts = new ArrayList<String>();
    var rows = new ArrayList<Item>();
    for (var i = 0; i < EMBEDDED; i++) {
      var item = new Item(20_000_000L + i, corpus.text(100), corpus.text(100));
      rows.add(item);
      texts.add(item.title());
      texts.add(item.text());
    }
    var before = RawModel.perSecond(texts);
    table.insert(rows);
    engine.await(PATIENCE);
    var waiting = engine.vectorBacklog().texts();
    app.getBean(Backlog.class).start();
    var start = System.nanoTime();
    while (engine.vectorBacklog().texts() > 0) Thread.sleep(20);
    var ours = waiting / seconds(start);
    app.getBean(Backlog.class).stop();
    bench.rate("short_vectors_per_second", ours, (before + RawModel.perSecond(texts)) / 2);
    var more = new ArrayList<Item>();
    for (var i = 0; i < 2_000; i++) {
      more.add(new Item(30_000_000L + i, corpus.text(100), corpus.text(TEXT)));
    }
    app.getBean(Backlog.class).start();
    table.insert(more);
    engine.await(PATIENCE);
    fresh("posted_to_visible_in_backlog");
    bench.fact("backlog_left", engine.vectorBacklog().texts());
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
