package jianglian.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The product as it is shipped, in a process of its own with the demo alliance: how long it takes
/// from the start of the process until it says UP, and what memory it holds itself with many items.
/// The bound of a start is the same JVM with the same PostgreSQL and a server that only says hello.
public final class StartBench {
  private static final int STARTS = 5;
  private static final double UP = 10;
  private static final double MEMORY = 1_200;
  private static final String HEALTH = "/actuator/health";
  private static final Duration REST = Duration.ofSeconds(10);

  private final Bench bench;
  private final Path folder;
  private final Path home;
  private final Corpus corpus = new Corpus(52);

  private StartBench(Bench bench, Path folder) {
    this.bench = bench;
    this.folder = folder;
    this.home = folder.resolve("home");
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var start = new StartBench(bench, bench.folder("start"));
    start.load();
    start.starts();
    var items = bench.option("items", 100_000);
    if (items > 0) start.memory(items, bench.option("seconds", 20));
    bench.print();
  }

  /// The first start of all builds what is missing and loads the demo alliance; it is not measured.
  private void load() {
    product().close();
    bare().close();
  }

  private void starts() {
    var ours = new ArrayList<Served>();
    var bound = new ArrayList<Served>();
    for (var i = 0; i < STARTS; i++) {
      try (var product = product()) {
        ours.add(product);
      }
      try (var bare = bare()) {
        bound.add(bare);
      }
    }
    bench.time("start_s", median(ours, Served::seconds), median(bound, Served::seconds), UP);
    bench.time("start_cpu_s", median(ours, Served::cpuSeconds), median(bound, Served::cpuSeconds));
    bench.ours(
        "start_slowest_s", ours.stream().mapToDouble(Served::seconds).max().orElseThrow(), UP);
  }

  /// After an import, after a start with what was imported, and after searches.
  private void memory(int items, int seconds) throws Exception {
    bench.fact("items", items);
    try (var product = product();
        var peak = new Peak(product::memory)) {
      DemoHome.in(home).fill(product.port(), items, new Deliveries(corpus, folder));
      searchable(product.port(), items);
      product.memory().tell(bench, "imported", MEMORY);
      bench.ours("import_peak_rss_anon_mb", peak.megabytes(), MEMORY);
    }
    bench.corpus(corpus);
    try (var product = product();
        var peak = new Peak(product::memory)) {
      Thread.sleep(REST);
      product.memory().tell(bench, "restarted", MEMORY);
      search(product.port(), seconds);
      product.memory().tell(bench, "searched", MEMORY);
      bench.ours("search_peak_rss_anon_mb", peak.megabytes(), MEMORY);
    }
  }

  private Served product() {
    var port = Served.freePort();
    return Served.start(
        folder.resolve("product.log"),
        port,
        HEALTH,
        List.of(
            "bin/jianglian",
            "serve",
            "--jianglian.home=" + home,
            "--jianglian.demo=true",
            "--server.port=" + port));
  }

  private Served bare() {
    var port = Served.freePort();
    return Served.start(
        folder.resolve("bare.log"),
        port,
        Hello.PATH,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@bin/flags",
            "-cp",
            System.getProperty("java.class.path"),
            BareServer.class.getName(),
            folder.resolve("postgres").toString(),
            String.valueOf(port)));
  }

  /// Until the last release and the last offer are found.
  private static void searchable(int port, int items) throws IOException, InterruptedException {
    var last = items / 2 - 1;
    try (var client = HttpClient.newHttpClient()) {
      for (var kinds : List.of("releases", "offers")) {
        var address =
            URI.create("http://127.0.0.1:" + port + "/api/v1/" + kinds + "?size=1&q=" + last);
        var request = HttpRequest.newBuilder(address).build();
        while (!client
            .send(request, BodyHandlers.ofString())
            .body()
            .contains(String.valueOf(last))) {
          Thread.sleep(500);
        }
      }
    }
  }

  private void search(int port, int seconds) {
    var addresses =
        IntStream.range(0, 20_000)
            .mapToObj(it -> corpus.word() + corpus.word() + it % 10)
            .map(it -> "/search?q=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
            .toList();
    try (var threads = Executors.newFixedThreadPool(Asking.CONNECTIONS);
        var asking = new Asking("searches", port, addresses)) {
      asking.slice(threads, Duration.ofSeconds(seconds).toNanos(), Cpu.own());
      bench.ours("searches_per_second", asking.perSecond());
    }
  }

  private static double median(List<Served> starts, ToDoubleFunction<Served> figure) {
    return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
  }
}
