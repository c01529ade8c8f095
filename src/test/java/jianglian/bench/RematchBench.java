package jianglian.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import jianglian.database.Home;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.search.Embedder;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import jianglian.search.lucene.BareCandidates;
import jianglian.search.lucene.BareCandidates.Questions;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The lists of all needs (or of as many as `--needs` says) computed anew, as after a change of the
/// model, and after a hundredth of all needs and offers changed; what a kill costs; how near the
/// lists are to the exact ones. The bound is Lucene alone put the same questions on as many
/// threads.
public final class RematchBench {
  private static final Duration PATIENCE = Duration.ofHours(1);

  /// For 100,000 needs.
  private static final double LONGEST_S = 720;

  private static final double MOST_MB = 6_000;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final int BARE = 2_000;
  private static final int EXACT = 20;
  private static final int HUNDREDTH = 100;
  private static final Duration UNTIL_KILLED = Duration.ofSeconds(20);

  private final Bench bench;
  private final Stock stock;
  private final int asked;

  private RematchBench(Bench bench, Stock stock) {
    this.bench = bench;
    this.stock = stock;
    this.asked = bench.option("needs", stock.needs());
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    new RematchBench(bench, Stock.of(bench)).measure();
    bench.print();
  }

  private void measure() throws Exception {
    var perNeed = 0.0;
    try (var app = start()) {
      perNeed = whole(app);
      changed(app, perNeed * stock.needs());
      due(app, needs(), /* spread= */ false);
    }
    killed();
    try (var app = start()) {
      lost(app, perNeed);
    }
  }

  private ConfigurableApplicationContext start() throws InterruptedException {
    var app =
        Product.start(stock.home(), Product::overheard, "--jianglian.matching.keep-lists=false");
    app.getBean(Backlog.class).stop();
    app.getBean(SearchEngine.class).await(PATIENCE);
    return app;
  }

  /// The seconds for one need.
  private double whole(ConfigurableApplicationContext app) throws Exception {
    var needs = needs(app, BARE);
    var bare = bare(app, needs);
    var db = app.getBean(JdbcClient.class);
    db.sql("truncate match, match_due").update();
    due(app, needs(), /* spread= */ false);
    var processors = Cpu.ownAndDatabase(stock.home());
    var busy = processors.seconds();
    double seconds;
    double peak;
    try (var memory = new Peak(Memory::own)) {
      seconds = workedOff(app);
      peak = memory.megabytes();
    }
    var perNeed = seconds / asked;
    bench.fact("needs", asked);
    bench.ours("rematch_s", seconds, LONGEST_S * asked / 100_000);
    bench.rate("rematch_needs_per_second", 1 / perNeed, bare, 1.0 / 3);
    bench.ours("rematch_cpu_ms_a_need", (processors.seconds() - busy) * 1e3 / asked);
    bench.ours("rematch_rss_anon_peak_mb", peak);
    bench.ours("rematch_rss_file_mb", Memory.own().mapped());
    bench.ours("rematch_memory_mb", peak + Memory.own().mapped(), MOST_MB);
    var exact = new Exactness(app);
    needs.stream().limit(EXACT).forEach(exact::look);
    bench.rate("rematch_recall_at_20", exact.recall(), 1, 0.97);
    return perNeed;
  }

  /// Which they are, in SQL.
  private String needs() {
    return "id >= %d and id < %d".formatted(stock.firstNeed(), stock.firstNeed() + asked);
  }

  private List<Seeker> needs(ConfigurableApplicationContext app, int size) {
    var seekers = app.getBean(Seekers.class);
    var random = new Random(20261125);
    var ids =
        random
            .longs(stock.firstNeed(), stock.firstNeed() + stock.needs())
            .distinct()
            .limit(size)
            .boxed()
            .toList();
    return List.copyOf(seekers.stored("need", ids).values());
  }

  /// Needs a second of Lucene alone.
  private double bare(ConfigurableApplicationContext app, List<Seeker> needs) throws Exception {
    var matcher = app.getBean(Matcher.class);
    var overheard = app.getBean(Overheard.class);
    try (var bare = new BareCandidates(app.getBean(Home.class).folder("index"));
        var threads = Executors.newFixedThreadPool(THREADS)) {
      var questions = new ArrayList<Questions>();
      for (var need : needs) {
        matcher.pairs(need, Pairing.NEED_OFFER, List.of(), Matcher.CANDIDATES);
        questions.add(bare.questions(overheard.last()));
      }
      bench.fact("segments", bare.segments());
      var parts = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < THREADS; i++) {
        var from = questions.size() * i / THREADS;
        var to = questions.size() * (i + 1) / THREADS;
        parts.add(() -> all(bare, questions.subList(from, to)));
      }
      var start = System.nanoTime();
      for (var it : threads.invokeAll(parts)) it.get();
      return questions.size() / seconds(start);
    }
  }

  private static int all(BareCandidates bare, List<Questions> questions) throws IOException {
    var found = 0;
    for (var it : questions) found += bare.ask(it);
    return found;
  }

  private void changed(ConfigurableApplicationContext app, double whole) throws Exception {
    try (var connection = app.getBean(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      stock.change(connection, HUNDREDTH, app.getBean(Embedder.class).model());
    }
    var start = System.nanoTime();
    app.getBean(SearchEngine.class).await(PATIENCE);
    bench.ours("changed_indexed_s", seconds(start));
    due(app, "id % " + HUNDREDTH + " = 0", /* spread= */ true);
    var seconds = workedOff(app);
    bench.fact("changed", (stock.offers() + stock.needs()) / HUNDREDTH);
    bench.ours("rematch_of_changed_s", seconds);
    bench.ours("rematch_of_changed_share", seconds / whole, 0.1);
  }

  private static void due(ConfigurableApplicationContext app, String which, boolean spread) {
    app.getBean(JdbcClient.class)
        .sql(
            """
            insert into match_due (listing_id, urgent, spread, since, due_at)
            select id, false, :spread, now(), now() from listing where %s on conflict do nothing
            """
                .formatted(which))
        .param("spread", spread)
        .update();
  }

  /// Until nothing is due.
  private static double workedOff(ConfigurableApplicationContext app) throws Exception {
    var keeper = app.getBean("jianglian.matching.lists.ListKeeper", SmartLifecycle.class);
    var start = System.nanoTime();
    keeper.start();
    while (due(app) > 0) Thread.sleep(200);
    var seconds = seconds(start);
    keeper.stop();
    return seconds;
  }

  private static long due(ConfigurableApplicationContext app) {
    return app.getBean(JdbcClient.class)
        .sql("select count(*) from match_due")
        .query(Long.class)
        .single();
  }

  /// The product in a process of its own is killed in the middle.
  private void killed() throws IOException, InterruptedException {
    var port = Served.freePort();
    var log = Path.of("target", "bench-rematch.log");
    var served = Served.start(log, port, "/actuator/health", Served.product(stock.home(), port));
    Thread.sleep(UNTIL_KILLED);
    served.kill();
  }

  /// What was claimed and not done has to be done again.
  private void lost(ConfigurableApplicationContext app, double perNeed) {
    var db = app.getBean(JdbcClient.class);
    var claimed =
        db.sql("select count(*) from match_due where due_at > now()").query(Long.class).single();
    var left = due(app);
    bench.fact("killed_with_lists_done", asked - left);
    bench.fact("killed_with_lists_begun", claimed);
    if (left == 0 || left == asked) throw new IllegalStateException("killed at no time");
    bench.ours("killed_lost_s", claimed * perNeed, 5);
    db.sql("truncate match_due").update();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
