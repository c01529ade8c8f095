package jianglian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import jianglian.Jianglian;
import jianglian.audit.Actor;
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
import jianglian.search.SearchEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How long it takes to match a new need among many offers, embedding apart, and from posting it to
/// its rows on both sides, embedding included, while a backlog of vectors is being worked off. The
/// bound of a match is the bare candidate search of the engine.
public final class MatchBench {
  private static final Actor ACTOR = new Actor.Job("bench");
  private static final int BATCH = 2_000;
  private static final int ROUNDS = 300;
  private static final int POSTED = 20;

  private final ListingBook book;
  private final TransactionTemplate transaction;
  private final SearchEngine engine;
  private final Seekers seekers;
  private final Matcher matcher;
  private final JdbcClient db;
  private final Random random = new Random(7);

  private MatchBench(ConfigurableApplicationContext app) {
    this.book = app.getBean(ListingBook.class);
    this.transaction = app.getBean(TransactionTemplate.class);
    this.engine = app.getBean(SearchEngine.class);
    this.seekers = app.getBean(Seekers.class);
    this.matcher = app.getBean(Matcher.class);
    this.db = app.getBean(JdbcClient.class);
  }

  public static void main(String[] arguments) throws IOException {
    var bench = Bench.of(arguments);
    var folder = Files.createTempDirectory(Path.of("target"), "bench-match-");
    try (var app =
        new SpringApplicationBuilder(Jianglian.class)
            .run("--jianglian.home=" + folder, "--server.port=0", "--logging.level.root=error")) {
      new MatchBench(app).measure(bench, bench.option("items", 100_000));
    }
    bench.print();
  }

  private void measure(Bench bench, int items) {
    bench.fact("items", items);
    var park = park();
    var begun = Instant.now();
    for (var from = 0; from < items; from += BATCH) {
      var size = Math.min(BATCH, items - from);
      transaction.executeWithoutResult(_ -> offers(park, size));
    }
    bench.ours("load_seconds", Duration.between(begun, Instant.now()).toMillis() / 1e3);
    engine.await(Duration.ofMinutes(20));
    posted(bench, park);
    matched(bench, park);
    bench.memory("end");
  }

  /// Embedding apart: the seeker's vectors are there before the clock runs.
  private void matched(Bench bench, long park) {
    var ready = new ArrayList<Seeker>();
    for (var i = 0; i < 50; i++) {
      var need = post(park);
      ready.add(seekers.ready("need", need).orElseThrow());
    }
    var ours = new long[ROUNDS];
    var bare = new long[ROUNDS];
    for (var round = -50; round < ROUNDS; round++) {
      var seeker = ready.get(Math.floorMod(round, ready.size()));
      var start = System.nanoTime();
      matcher.find(seeker, Pairing.NEED_OFFER, List.of(), 20);
      var middle = System.nanoTime();
      matcher.pairs(seeker, Pairing.NEED_OFFER, List.of(), Matcher.CANDIDATES);
      var end = System.nanoTime();
      if (round < 0) continue;
      ours[round] = middle - start;
      bare[round] = end - middle;
    }
    bench.latencies("match", ours);
    bench.latencies("match_bare_candidates", bare);
  }

  /// From posting to the rows of both sides, while the backlog of vectors is being embedded.
  private void posted(Bench bench, long park) {
    bench.fact("vector_backlog_while_posting", engine.status().vectorBacklog());
    var own = new long[POSTED];
    var theirs = new long[POSTED];
    for (var i = 0; i < POSTED; i++) {
      var start = System.nanoTime();
      var need = post(park);
      own[i] = until("need", need, start);
      theirs[i] = until("offer", need, start);
    }
    bench.latencies("posted_to_own_rows", own);
    bench.latencies("posted_to_their_rows", theirs);
  }

  private long until(String side, long need, long start) {
    while (System.nanoTime() - start < 30_000_000_000L) {
      var rows =
          db.sql("select count(*) from match where for_side = :side and need_id = :need")
              .param("side", side)
              .param("need", need)
              .query(Long.class)
              .single();
      if (rows > 0) break;
    }
    return System.nanoTime() - start;
  }

  private long post(long park) {
    var id = new long[1];
    transaction.executeWithoutResult(_ -> id[0] = listing(Side.NEED, park, true));
    return id[0];
  }

  private void offers(long park, int size) {
    for (var i = 0; i < size; i++) listing(Side.OFFER, park, false);
  }

  private long listing(Side side, long park, boolean announced) {
    var now = Instant.now();
    var draft =
        Listing.draft(side, park, null, null, content(), LocalDate.now().plusYears(1), null, now);
    var added = book.open(draft.submit(Origin.ALLIANCE, false, now), ACTOR, announced);
    return Objects.requireNonNull(added).id();
  }

  private ListingContent content() {
    return new ListingContent(
        words(4),
        words(40),
        ListingType.TECHNOLOGY,
        List.of(random.nextBoolean() ? "3491" : "3562"),
        List.of(),
        List.of(),
        new Amount(100_000L + random.nextInt(900_000), 2_000_000L, Amount.YUAN),
        null,
        null,
        "zh");
  }

  /// Pairs of Han letters, frequent ones more often, as in real texts.
  private String words(int count) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      var rank = (int) Math.floor(Math.pow(random.nextDouble(), 3) * 20_000);
      text.append((char) (0x4e00 + rank % 4_000)).append((char) (0x4e00 + rank * 7 % 4_001));
    }
    return text.toString();
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
