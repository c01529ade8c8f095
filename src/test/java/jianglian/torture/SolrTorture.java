package jianglian.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import jianglian.bench.Bench;
import jianglian.database.EmbeddedDatabase;
import jianglian.world.SolrCloud;
import org.springframework.util.FileSystemUtils;

/// Two products on one PostgreSQL and one SolrCloud of two nodes, searched and written to without a
/// pause. In every round one Solr node is killed and comes back, then the product that feeds Solr.
/// Every answer is compared with what was acknowledged.
public final class SolrTorture implements AutoCloseable {
  private static final int PRODUCTS = 2;
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final SolrCloud cloud;
  private final Path folder;
  private final EmbeddedDatabase database;
  private final List<Subject> products = new ArrayList<>();
  private final Random random;
  private final FeedingTable feeding;
  private final Traffic traffic;

  private SolrTorture(SolrCloud cloud, int seed) throws IOException {
    this.cloud = cloud;
    this.random = new Random(seed);
    Files.createDirectories(Path.of("target", "torture"));
    this.folder = Files.createTempDirectory(Path.of("target", "torture").toAbsolutePath(), "solr-");
    this.database = EmbeddedDatabase.start(folder.resolve("postgres"));
    this.feeding = new FeedingTable(database);
    for (var i = 0; i < PRODUCTS; i++) products.add(Subject.create(settings()));
    this.traffic = new Traffic(products, feeding);
  }

  private Map<String, String> settings() {
    return Map.of(
        "SPRING_DATASOURCE_URL",
        database.url(),
        "SPRING_DATASOURCE_USERNAME",
        database.user(),
        "SPRING_DATASOURCE_PASSWORD",
        database.password(),
        "JIANGLIAN_SEARCH_ENGINE",
        "solr",
        "JIANGLIAN_SEARCH_SOLR_URLS",
        cloud.urls(),
        "JIANGLIAN_SEARCH_SOLR_NAME",
        "torture");
  }

  static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var seed = bench.option("seed", new Random().nextInt(1_000_000));
    System.out.printf("seed %d%n%s", seed, SolrRound.HEAD);
    List<SolrRound> rounds;
    try (var cloud = SolrCloud.start()) {
      rounds = run(cloud, bench.option("rounds", 10), seed, System.out::println);
    }
    report(bench, seed, rounds);
    System.exit(rounds.stream().allMatch(it -> it.faults().isEmpty()) ? 0 : 1);
  }

  /// `each` hears of every round when it is over.
  static List<SolrRound> run(SolrCloud cloud, int rounds, int seed, Consumer<SolrRound> each)
      throws Exception {
    var done = new ArrayList<SolrRound>();
    try (var torture = new SolrTorture(cloud, seed)) {
      torture.prepare();
      for (var number = 1; number <= rounds; number++) {
        var round = torture.round(number, number == rounds);
        done.add(round);
        each.accept(round);
      }
    }
    return done;
  }

  private void prepare() throws Exception {
    products.getFirst().start();
    try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
      var second = starting.submit(() -> products.getLast().start());
      feeding.addPark(Tables.PARK);
      traffic.token(products.getFirst().command("token", "--park", Tables.PARK).strip());
      second.get();
    }
    until(() -> feeding.findable(feeding.now()));
  }

  private SolrRound round(int number, boolean last) throws Exception {
    traffic.begin(random.nextInt());
    Subject.pause(BEFORE.toMillis());
    var node = random.nextInt(SolrCloud.NODES);
    var killed = System.nanoTime();
    cloud.kill(node);
    var writesBack = traffic.findableAfter(killed, PATIENCE);
    cloud.revive(node);
    var feeder = feeder();
    var from = System.nanoTime();
    feeder.kill();
    var takenOver = taken(feeder.pid(), from);
    traffic.findableAfter(System.nanoTime(), PATIENCE);
    if (!last) feeder.start();
    Subject.pause(BEFORE.toMillis());
    traffic.end();
    traffic.compareAll();
    return new SolrRound(
        number,
        traffic.writes(),
        traffic.reads(),
        traffic.unanswered(),
        writesBack.toMillis() / 1e3,
        takenOver.toMillis() / 1e3,
        traffic.faults());
  }

  private Subject feeder() {
    return products.stream()
        .filter(it -> feeding.feeder().startsWith(it.pid() + "@"))
        .findFirst()
        .orElseThrow();
  }

  /// How long it took until another had the place.
  private Duration taken(long former, long from) {
    until(() -> !feeding.feeder().startsWith(former + "@"));
    return Subject.since(from);
  }

  private static void until(BooleanSupplier condition) {
    var begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (Subject.since(begin).compareTo(PATIENCE) > 0) throw new IllegalStateException("too late");
      Subject.pause(50);
    }
  }

  private static void report(Bench bench, int seed, List<SolrRound> rounds) {
    bench.fact("seed", seed);
    bench.fact("rounds", rounds.size());
    bench.fact("solr_session_s", SolrCloud.SESSION.toMillis() / 1e3);
    bench.fact("writes", rounds.stream().mapToInt(SolrRound::writes).sum());
    bench.fact("reads_checked", rounds.stream().mapToInt(SolrRound::reads).sum());
    bench.fact("unanswered", rounds.stream().mapToInt(SolrRound::unanswered).sum());
    bench.fact(
        "writes_back_max_s", rounds.stream().mapToDouble(SolrRound::writesBack).max().orElse(0));
    bench.fact(
        "taken_over_max_s", rounds.stream().mapToDouble(SolrRound::takenOver).max().orElse(0));
    bench.fact("faults", rounds.stream().flatMap(it -> it.faults().stream()).toList());
    bench.print();
  }

  @Override
  public void close() throws IOException {
    traffic.end();
    products.forEach(Subject::close);
    database.close();
    FileSystemUtils.deleteRecursively(folder);
  }
}
