package jianglian.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import jianglian.audit.Actor;
import jianglian.bench.Stock.Share;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Origin;
import jianglian.cooperation.Side;
import jianglian.database.Home;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import jianglian.search.lucene.BareCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How long it takes to find the best twenty for a new need among many offers, embedding apart,
/// under filters that leave it more and less of them, and how many of the truly best twenty they
/// are; from posting a need to its rows on both sides, embedding included, with nothing else to do
/// and while a backlog of vectors is worked off. The bound is Lucene alone, put the same questions.
public final class MatchBench {
  private static final Actor ACTOR = new Actor.Job("bench");
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int BACKLOG = 2_000;
  private static final int ROUNDS = 400;
  private static final int WARM = 100;
  private static final int EXACT = 15;
  private static final int PEERS = 30;
  private static final int POSTED = 20;
  private static final double VISIBLE = 2_000;

  private final Bench bench;
  private final Stock stock;
  private final ConfigurableApplicationContext app;
  private final ListingBook book;
  private final TransactionTemplate transaction;
  private final SearchEngine engine;
  private final Seekers seekers;
  private final Matcher matcher;
  private final Overheard overheard;
  private final JdbcClient db;
  private final Corpus corpus = new Corpus(7);
  private final Random random = new Random(7);

  private MatchBench(Bench bench, Stock stock, ConfigurableApplicationContext app) {
    this.bench = bench;
    this.stock = stock;
    this.app = app;
    this.book = app.getBean(ListingBook.class);
    this.transaction = app.getBean(TransactionTemplate.class);
    this.engine = app.getBean(SearchEngine.class);
    this.seekers = app.getBean(Seekers.class);
    this.matcher = app.getBean(Matcher.class);
    this.overheard = app.getBean(Overheard.class);
    this.db = app.getBean(JdbcClient.class);
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var stock = Stock.of(bench);
    try (var app = Product.start(stock.home(), Product::overheard)) {
      app.getBean(Backlog.class).stop();
      new MatchBench(bench, stock, app).measure();
    }
    bench.print();
  }

  private void measure() throws IOException, InterruptedException {
    db.sql("truncate match_due").update();
    stock.opened(db);
    engine.await(PATIENCE);
    for (var share : Share.values()) matched(share);
    postgres();
    Memory.own().tell(bench, "matched");
    posted("posted");
    written();
    engine.await(PATIENCE);
    app.getBean(Backlog.class).start();
    bench.fact("vector_backlog_before", engine.vectorBacklog().texts());
    var computed = vectors();
    posted("posted_in_backlog");
    bench.fact("vectors_computed_meanwhile", vectors() - computed);
    bench.fact("vector_backlog_after", engine.vectorBacklog().texts());
    Memory.own().tell(bench, "end");
    stock.forgetAdded(db);
    engine.await(PATIENCE);
  }

  /// Each need is asked for once.
  private void matched(Share share) throws IOException {
    var needs = needs(share);
    var ours = new Times();
    var bare = new Times();
    var name = "match_" + share.name().toLowerCase(Locale.ROOT);
    try (var lucene = new BareCandidates(app.getBean(Home.class).folder("index"))) {
      for (var i = 0; i < needs.size(); i++) {
        var own = match(needs.get(i));
        var questions = lucene.questions(overheard.last());
        var start = System.nanoTime();
        lucene.ask(questions);
        var theirs = System.nanoTime() - start;
        if (i < WARM) continue;
        ours.add(own);
        bare.add(theirs);
      }
      bench.fact(name + "_segments", lucene.segments());
    }
    bench.latencies(name, ours, 15, 50);
    bench.latencies(name + "_bare", bare);
    bench.rate(name + "_per_second", ours.perSecond(), bare.perSecond());
    var exactness = new Exactness(app);
    needs.stream().limit(EXACT).forEach(exactness::look);
    bench.rate(name + "_recall_at_20", exactness.recall(), 1, 0.95);
    bench.fact(name + "_allowed", exactness.allowed());
    bench.time(
        name + "_p50_beside_all_ms", ours.milliseconds(0.5), exactness.times().milliseconds(0.5));
  }

  private void postgres() {
    var peer = new PostgresPeer(db);
    peer.prepare(stock.offers());
    var ours = new Times();
    var words = new Times();
    var trigrams = new Times();
    for (var need : needs(Share.HALF).subList(0, PEERS)) {
      var title = need.entry().title();
      ours.add(match(need));
      words.add(taken(() -> peer.fullText(title)));
      trigrams.add(taken(() -> peer.trigrams(title)));
    }
    bench.time(
        "match_beside_postgres_full_text_ms", ours.milliseconds(0.5), words.milliseconds(0.5));
    bench.time(
        "match_beside_postgres_trigrams_ms", ours.milliseconds(0.5), trigrams.milliseconds(0.5));
  }

  private static long taken(Runnable asking) {
    var start = System.nanoTime();
    asking.run();
    return System.nanoTime() - start;
  }

  private List<Seeker> needs(Share share) {
    var ids =
        LongStream.range(stock.firstNeed(), stock.firstNeed() + stock.needs())
            .filter(it -> stock.share(it) == share)
            .limit(WARM + ROUNDS)
            .boxed()
            .toList();
    return List.copyOf(seekers.stored("need", ids).values());
  }

  private long match(Seeker seeker) {
    var start = System.nanoTime();
    var found = matcher.find(seeker, Pairing.NEED_OFFER, List.of(), 20);
    var taken = System.nanoTime() - start;
    if (found.size() < 20) throw new IllegalStateException("only " + found.size() + " were found");
    return taken;
  }

  /// From posting to the rows of both sides.
  private void posted(String name) {
    var own = new Times();
    var theirs = new Times();
    for (var i = 0; i < POSTED; i++) {
      var start = System.nanoTime();
      var need = transaction.execute(_ -> listing(Side.NEED, true));
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

  /// Offers that have no vectors yet.
  private void written() {
    transaction.executeWithoutResult(_ -> {
      for (var i = 0; i < BACKLOG; i++) listing(Side.OFFER, false);
    });
  }

  private Listing listing(Side side, boolean announced) {
    var now = Instant.now();
    var draft =
        Listing.draft(
            side,
            Share.HALF.park(),
            null,
            null,
            content(),
            LocalDate.now().plusYears(1),
            null,
            now);
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
}
