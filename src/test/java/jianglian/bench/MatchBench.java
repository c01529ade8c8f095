package jianglian.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import jianglian.audit.Actor;
import jianglian.bench.GivenVectors.Item;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Origin;
import jianglian.cooperation.Side;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.search.Embedder;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How long it takes to match a new need among many offers, embedding apart, and from posting it to
/// its rows on both sides, embedding included, with nothing else to do and while a backlog of
/// vectors is worked off. The bound of a match is the bare candidate search of the engine.
public final class MatchBench {
  private static final Actor ACTOR = new Actor.Job("bench");
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int BATCH = 2_000;
  private static final int ROUNDS = 600;
  private static final int WARM = 200;
  private static final int POSTED = 20;
  private static final double VISIBLE = 2_000;

  private final Bench bench;
  private final ConfigurableApplicationContext app;
  private final ListingBook book;
  private final TransactionTemplate transaction;
  private final SearchEngine engine;
  private final Seekers seekers;
  private final Matcher matcher;
  private final JdbcClient db;
  private final Corpus corpus = new Corpus(7);
  private final Topics topics = new Topics(7);
  private final Random random = new Random(7);

  private MatchBench(Bench bench, ConfigurableApplicationContext app) {
    this.bench = bench;
    this.app = app;
    this.book = app.getBean(ListingBook.class);
    this.transaction = app.getBean(TransactionTemplate.class);
    this.engine = app.getBean(SearchEngine.class);
    this.seekers = app.getBean(Seekers.class);
    this.matcher = app.getBean(Matcher.class);
    this.db = app.getBean(JdbcClient.class);
  }

  public static void main(String[] arguments) throws SQLException, InterruptedException {
    var bench = Bench.of(arguments);
    try (var app = Product.start(bench.folder("match"))) {
      app.getBean(Backlog.class).stop();
      new MatchBench(bench, app).measure(bench.option("items", 100_000));
    }
    bench.print();
  }

  private void measure(int items) throws SQLException, InterruptedException {
    var park = park();
    var begun = Instant.now();
    for (var from = 0; from < items; from += BATCH) {
      vectors("offer", written(Side.OFFER, park, Math.min(BATCH, items - from)));
    }
    bench.fact("items", items);
    bench.corpus(corpus);
    bench.ours("load_seconds", Duration.between(begun, Instant.now()).toMillis() / 1e3);
    engine.await(PATIENCE);
    bench.ours("settled_s", Cpu.own().rest());
    matched(park);
    posted("posted", park);
    written(Side.OFFER, park, BATCH);
    engine.await(PATIENCE);
    app.getBean(Backlog.class).start();
    bench.fact("vector_backlog_before", engine.vectorBacklog().texts());
    var computed = vectors();
    posted("posted_in_backlog", park);
    bench.fact("vectors_computed_meanwhile", vectors() - computed);
    bench.fact("vector_backlog_after", engine.vectorBacklog().texts());
    Memory.own().tell(bench, "end");
  }

  /// Each need is asked for once.
  private void matched(long park) throws SQLException {
    var needs = written(Side.NEED, park, WARM + ROUNDS);
    vectors("need", needs);
    engine.await(PATIENCE);
    var ready = new ArrayList<Seeker>();
    needs.forEach(it -> ready.add(seekers.stored("need", it.id()).orElseThrow()));
    var ours = new Times();
    var bare = new Times();
    for (var i = 0; i < ready.size(); i++) {
      var first = i % 2 == 0 ? match(ready.get(i)) : candidates(ready.get(i));
      var second = i % 2 == 0 ? candidates(ready.get(i)) : match(ready.get(i));
      if (i < WARM) continue;
      ours.add(i % 2 == 0 ? first : second);
      bare.add(i % 2 == 0 ? second : first);
    }
    bench.latencies("match", ours, 15, 50);
    bench.latencies("bare_candidates", bare);
    bench.rate("matches_per_second", ours.perSecond(), bare.perSecond());
  }

  private long match(Seeker seeker) {
    var start = System.nanoTime();
    var found = matcher.find(seeker, Pairing.NEED_OFFER, List.of(), 20);
    var taken = System.nanoTime() - start;
    if (found.size() < 20) throw new IllegalStateException("only " + found.size() + " were found");
    return taken;
  }

  private long candidates(Seeker seeker) {
    var start = System.nanoTime();
    matcher.pairs(seeker, Pairing.NEED_OFFER, List.of(), Matcher.CANDIDATES);
    return System.nanoTime() - start;
  }

  /// From posting to the rows of both sides.
  private void posted(String name, long park) {
    var own = new Times();
    var theirs = new Times();
    for (var i = 0; i < POSTED; i++) {
      var start = System.nanoTime();
      var need = transaction.execute(_ -> listing(Side.NEED, park, true));
      own.add(until("need", need.id(), start));
      theirs.add(until("offer", need.id(), start));
    }
    bench.latencies(name + "_to_own_rows", own, VISIBLE, VISIBLE);
    bench.latencies(name + "_to_their_rows", theirs, VISIBLE, VISIBLE);
  }

  private long until(String side, long need, long start) {
    while (System.nanoTime() - start < 30_000_000_000L) {
      var there =
          db.sql("select exists (select from match where for_side = :side and need_id = :need)")
              .param("side", side)
              .param("need", need)
              .query(Boolean.class)
              .single();
      if (there) return System.nanoTime() - start;
    }
    throw new IllegalStateException("no rows of " + need + " for the " + side);
  }

  private long vectors() {
    return db.sql("select count(*) from embedding").query(Long.class).single();
  }

  private List<Item> written(Side side, long park, int size) {
    var items = new ArrayList<Item>();
    transaction.executeWithoutResult(_ -> {
      for (var i = 0; i < size; i++) {
        var listing = listing(side, park, false);
        items.add(new Item(listing.id(), listing.title(), listing.content().text()));
      }
    });
    return items;
  }

  private void vectors(String kind, List<Item> items) throws SQLException {
    new GivenVectors(app.getBean(DataSource.class), app.getBean(Embedder.class).model())
        .store(kind, items, topics::of);
  }

  private Listing listing(Side side, long park, boolean announced) {
    var now = Instant.now();
    var draft =
        Listing.draft(side, park, null, null, content(), LocalDate.now().plusYears(1), null, now);
    return Objects.requireNonNull(
        book.open(draft.submit(Origin.ALLIANCE, false, now), ACTOR, announced));
  }

  private ListingContent content() {
    return new ListingContent(
        corpus.title(),
        corpus.text(80),
        ListingType.TECHNOLOGY,
        List.of(random.nextBoolean() ? "3491" : "3562"),
        List.of(),
        List.of(),
        new Amount(100_000L + random.nextInt(900_000), 2_000_000L, Amount.YUAN),
        null,
        null,
        "zh");
  }

  private long park() {
    return db.sql(
            """
            insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            values ('99999999', '测试园区', '测试', 'Bench', 'ceshi', '420000', '420111', '武汉市', 114, 30, 'member')
            returning id
            """)
        .query(Long.class)
        .single();
  }
}
