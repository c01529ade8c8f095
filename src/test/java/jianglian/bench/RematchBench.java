package jianglian.bench;

import java.time.Duration;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long it takes to compute the lists of all needs anew.
public final class RematchBench {
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Bench bench;
  private final Stock stock;
  private final ConfigurableApplicationContext app;
  private final JdbcClient db;

  private RematchBench(Bench bench, Stock stock, ConfigurableApplicationContext app) {
    this.bench = bench;
    this.stock = stock;
    this.app = app;
    this.db = app.getBean(JdbcClient.class);
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var stock = Stock.of(bench);
    try (var app = Product.start(stock.home())) {
      app.getBean(Backlog.class).stop();
      app.getBean(SearchEngine.class).await(PATIENCE);
      new RematchBench(bench, stock, app).measure();
    }
    bench.print();
  }

  private void measure() throws InterruptedException {
    db.sql("truncate match, match_due").update();
    var busy = Cpu.ownAndDatabase(stock.home());
    var own = Cpu.own();
    var before = busy.seconds();
    var ownBefore = own.seconds();
    var start = System.nanoTime();
    db.sql(
            "insert into match_due (listing_id, urgent, spread, again, since, due_at) select id, false, false, true, now(), now() from listing where side = 'need'")
        .update();
    var left = Long.MAX_VALUE;
    while (left > 0) {
      Thread.sleep(1000);
      left = db.sql("select count(*) from match_due").query(Long.class).single();
      if ((System.nanoTime() - start) / 1_000_000_000L % 10 == 0) System.err.println(left);
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    bench.ours("rematch_s", seconds);
    bench.ours("need_ms", seconds * 1e3 / stock.needs());
    bench.ours("cpu_ms", (busy.seconds() - before) * 1e3 / stock.needs());
    bench.ours("own_cpu_ms", (own.seconds() - ownBefore) * 1e3 / stock.needs());
    Memory.own().tell(bench, "end");
  }
}
