package jianglian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jianglian.Jianglian;
import jianglian.bench.BenchItems.Item;
import jianglian.database.Home;
import jianglian.search.CandidateRequest;
import jianglian.search.Embedder;
import jianglian.search.Filter;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.embedding.Backlog;
import jianglian.search.embedding.RawModel;
import org.apache.lucene.index.Term;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Search, candidates, freshness and indexing on generated rows in the product itself, with the
/// embedding of questions apart.
public final class SearchBench {
  private static final Set<String> PUBLIC = Set.of("public");
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int TEXT = 333;
  private static final int EMBEDDED = 400;

  private final Bench bench;
  private final Corpus corpus = new Corpus(20261123);
  private final List<Item> items = new ArrayList<>();
  private final Map<Long, float[]> vectors = new HashMap<>();
  private final ConfigurableApplicationContext app;
  private final Path home;
  private final SearchEngine engine;
  private final BenchItems table;
  private final Asked asked;

  /// Gives the engine the vector of the question the bench is about to ask.
  private static final class Asked implements Embedder {
    private volatile float[] vector = new float[512];

    @Override
    public String model() {
      return "bge-small-zh-v1.5-q8";
    }

    @Override
    public float[] embed(String text) {
      return vector;
    }
  }

  private SearchBench(Bench bench, ConfigurableApplicationContext app) {
    this.bench = bench;
    this.app = app;
    this.home = app.getBean(Home.class).folder("index");
    this.engine = app.getBean(SearchEngine.class);
    this.table = app.getBean(BenchItems.class);
    this.asked = app.getBean(Asked.class);
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var home = Files.createTempDirectory(Path.of("target"), "bench-search-");
    try (var app =
        new SpringApplicationBuilder(Jianglian.class)
            .initializers(it -> register((GenericApplicationContext) it))
            .run("--jianglian.home=" + home, "--server.port=0", "--spring.main.keep-alive=false")) {
      app.getBean(Backlog.class).stop();
      new SearchBench(bench, app).measure();
    }
    bench.print();
  }

  private static void register(GenericApplicationContext context) {
    context.registerBean(Asked.class, Asked::new, it -> it.setPrimary(true));
    context.registerBean(
        BenchItems.class,
        () ->
            new BenchItems(
                context.getBean(JdbcClient.class),
                context.getBean(DataSource.class),
                context.getBean(Asked.class),
                context.getBean(SearchChanges.class),
                context.getBean(TransactionTemplate.class)));
  }

  private void measure() throws IOException, SQLException, InterruptedException {
    table.create();
    generate(bench.option("items", 100_000));
    index();
    Thread.sleep(Duration.ofSeconds(8));
    search(bench.option("seconds", 20));
    candidates(bench.option("seconds", 20));
    fresh("posted_to_visible");
    embedding();
    bench.memory("end");
  }

  private void generate(int size) {
    var topics = new ArrayList<float[]>();
    for (var i = 0; i < 200; i++) topics.add(corpus.vector());
    for (long id = 1; id <= size; id++) {
      items.add(new Item(id, corpus.title(), corpus.text(TEXT)));
      vectors.put(id, corpus.near(topics.get(corpus.random().nextInt(200)), 0.8));
    }
    bench.fact("items", size);
    bench.fact("distinct_terms", corpus.distinctTerms());
    bench.fact("duplicate_texts", corpus.duplicates());
  }

  private void index() throws SQLException {
    table.insert(items);
    var busy = cpu();
    var start = System.nanoTime();
    engine.await(PATIENCE);
    bench.ours("text_searchable_s", seconds(start));
    bench.ours("text_searchable_cpu_s", cpu() - busy);
    bench.memory("text");
    table.embed(items, vectors);
    busy = cpu();
    start = System.nanoTime();
    engine.await(PATIENCE);
    bench.ours("with_vectors_s", seconds(start));
    bench.ours("with_vectors_cpu_s", cpu() - busy);
    bench.memory("vectors");
  }

  private record Question(String text, float[] vector, String park) {}

  private Question question() {
    var item = items.get(corpus.random().nextInt(items.size()));
    var text = item.title().substring(0, 4) + corpus.word() + corpus.word();
    var park = "p" + corpus.random().nextInt(BenchItems.PARKS);
    return new Question(
        text, corpus.near(vectors.getOrDefault(item.id(), new float[512]), 0.5), park);
  }

  private void ask(Question question, List<String> facets) {
    asked.vector = question.vector();
    engine.search(
        new SearchRequest(
            question.text(),
            PUBLIC,
            List.of(
                new Filter.Kinds(Set.of(BenchItems.KIND)), new Filter.Facet("type", Set.of("t1"))),
            facets,
            Order.BEST,
            20,
            null));
  }

  private void search(int limit) throws IOException {
    try (var bare = new BareLucene(home)) {
      bench.fact("entries", bare.entries());
      bench.fact("segments", bare.segments());
      var filters =
          List.of(
              new Term("visibility", "public"),
              new Term("kind", BenchItems.KIND),
              new Term("facet.type", "t1"));
      for (var i = 0; i < 300; i++) {
        var question = question();
        ask(question, List.of());
        bare.search(question.text(), question.vector(), filters);
      }
      var ours = new ArrayList<Long>();
      var theirs = new ArrayList<Long>();
      var end = System.nanoTime() + Duration.ofSeconds(limit).toNanos();
      while (System.nanoTime() < end) {
        var question = question();
        var start = System.nanoTime();
        ask(question, List.of());
        ours.add(System.nanoTime() - start);
        start = System.nanoTime();
        bare.search(question.text(), question.vector(), filters);
        theirs.add(System.nanoTime() - start);
      }
      bench.latencies("search", nanoseconds(ours));
      bench.latencies("bare_search", nanoseconds(theirs));
      bench.rate("search_per_second", perSecond(ours), perSecond(theirs));
    }
    var counted = new ArrayList<Long>();
    for (var i = 0; i < 200; i++) {
      var question = question();
      var start = System.nanoTime();
      ask(question, List.of("park", "type"));
      counted.add(System.nanoTime() - start);
    }
    bench.latencies("search_with_facets", nanoseconds(counted));
  }

  private void candidates(int limit) {
    var times = new ArrayList<Long>();
    var end = System.nanoTime() + Duration.ofSeconds(limit).toNanos();
    for (var i = 0; System.nanoTime() < end; i++) {
      var item = items.get(corpus.random().nextInt(items.size()));
      var vector = corpus.near(vectors.getOrDefault(item.id(), new float[512]), 0.5);
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
    bench.latencies("candidates", nanoseconds(times));
  }

  /// From the commit of a new row until a search finds it.
  private void fresh(String name) throws SQLException {
    var times = new ArrayList<Long>();
    for (var i = 0; i < 40; i++) {
      var id = 10_000_000L + System.nanoTime() % 1_000_000_000L;
      table.post(new Item(id, "编号" + id, ""));
      var start = System.nanoTime();
      while (missing(String.valueOf(id))) Thread.onSpinWait();
      times.add(System.nanoTime() - start);
    }
    bench.latencies(name, nanoseconds(times));
  }

  private boolean missing(String title) {
    var request = new SearchRequest(title, PUBLIC, List.of(), List.of(), Order.NEWEST, 1, null);
    return engine.search(request).hits().isEmpty();
  }

  /// The backlog beside the model alone, on texts of 100 letters, and new rows meanwhile.
  private void embedding() throws SQLException, InterruptedException {
    var texts = new ArrayList<String>();
    var rows = new ArrayList<Item>();
    for (var i = 0; i < EMBEDDED; i++) {
      var item = new Item(20_000_000L + i, corpus.text(100), corpus.text(100));
      rows.add(item);
      texts.add(item.title());
      texts.add(item.text());
    }
    var raw = RawModel.perSecond(texts);
    table.insert(rows);
    engine.await(PATIENCE);
    var waiting = engine.status().vectorBacklog();
    app.getBean(Backlog.class).start();
    var start = System.nanoTime();
    while (engine.status().vectorBacklog() > 0) Thread.sleep(20);
    bench.rate("vectors_per_second", waiting / seconds(start), raw);
    var more = new ArrayList<Item>();
    for (var i = 0; i < 2_000; i++) {
      more.add(new Item(30_000_000L + i, corpus.text(100), corpus.text(TEXT)));
    }
    table.insert(more);
    engine.await(PATIENCE);
    fresh("posted_to_visible_in_backlog");
    bench.fact("backlog_left", engine.status().vectorBacklog());
  }

  private static long[] nanoseconds(List<Long> times) {
    return times.stream().mapToLong(Long::longValue).toArray();
  }

  private static double perSecond(List<Long> times) {
    return times.size() * 1e9 / times.stream().mapToLong(Long::longValue).sum();
  }

  /// What this process used of the processors; on a busy machine it says more than the clock.
  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
