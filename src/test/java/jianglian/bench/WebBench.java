package jianglian.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jianglian.search.SearchEngine;
import jianglian.search.embedding.Backlog;
import org.springframework.context.ConfigurableApplicationContext;

/// Pages a second of the product with the demo alliance and generated releases and offers, over
/// connections kept alive, beside a controller that only says hello: inside the product (the bound)
/// and on a server with nothing else on it. All are asked in short slices that take turns, so that
/// whatever else the machine does meets all of them alike.
public final class WebBench {
  private static final Duration SLICE = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int ADDRESSES = 20_000;
  private static final int MOST_TURNS = 8;
  private static final double COMPILING = 0.05;
  private static final double CACHED = 0.4;
  private static final double DYNAMIC = 0.12;
  private static final String ZIPPED = "Accept-Encoding: gzip";

  private final Bench bench;
  private final ConfigurableApplicationContext app;
  private final DemoHome demo;
  private final Corpus corpus = new Corpus(51);
  private final Cpu cpu;
  private final int port;

  private WebBench(Bench bench, ConfigurableApplicationContext app, Path home) throws IOException {
    this.bench = bench;
    this.app = app;
    this.demo = DemoHome.in(home);
    this.cpu = Cpu.ownAndDatabase(home);
    this.port = Product.port(app);
  }

  public static void main(String[] arguments) throws Exception {
    var bench = Bench.of(arguments);
    var home = bench.folder("web");
    try (var app =
            Product.start(
                home,
                it -> {
                  it.registerBean(Counting.class);
                  it.registerBean(Hello.class);
                },
                "--jianglian.demo=true",
                // What runs beside it at an import is measured by the benches of import and match.
                "--jianglian.matching.keep-lists=false");
        var bare = BareServer.start(0)) {
      app.getBean(Backlog.class).stop();
      var web = new WebBench(bench, app, home);
      web.fill(bench.option("items", 100_000), home);
      web.measure(Product.port(bare), bench.option("seconds", 10));
    }
    bench.print();
  }

  private void fill(int items, Path home) throws IOException {
    demo.fill(port, items, new Deliveries(corpus, home));
    app.getBean(SearchEngine.class).await(PATIENCE);
    bench.fact("items", items);
    bench.corpus(corpus);
  }

  private void measure(int barePort, int seconds) throws Exception {
    var session = "Cookie: " + signIn();
    var hello = List.of(Hello.PATH);
    try (var bare = new Asking("hello_bare", barePort, hello);
        var inside = new Asking("hello_inside", port, hello);
        var home = new Asking("home_cached", port, List.of("/"), ZIPPED);
        var releases = new Asking("releases_cached", port, List.of("/releases"), ZIPPED);
        var list = new Asking("hall_dynamic", port, hall(true), ZIPPED);
        var plain = new Asking("hall_dynamic_unzipped", port, hall(true));
        var own = new Asking("hall_signed_in", port, hall(false), session, ZIPPED);
        var desk = new Asking("workspace_signed_in", port, List.of("/workspace"), session, ZIPPED);
        var asked = new Asking("hall_question", port, questions(), ZIPPED)) {
      var all = List.of(bare, inside, home, releases, list, plain, own, desk, asked);
      queries(List.of("/", "/releases", "/hall", "/workspace"), session);
      warm(all, seconds);
      run(all, seconds);
      tell(bare);
      tell(inside);
      for (var it : List.of(home, releases)) tell(it, inside, bare, CACHED);
      for (var it : List.of(list, plain, own, desk)) tell(it, inside, bare, DYNAMIC);
      tell(asked);
    }
    Memory.own().tell(bench, "end");
  }

  /// Asks until the compilers of the JVM have little left to do.
  private void warm(List<Asking> all, int seconds) {
    var compilers = ManagementFactory.getCompilationMXBean();
    for (var turn = 0; turn < MOST_TURNS; turn++) {
      var compiled = compilers.getTotalCompilationTime();
      var start = System.nanoTime();
      run(all, seconds);
      all.forEach(Asking::forget);
      var share =
          (compilers.getTotalCompilationTime() - compiled) * 1e6 / (System.nanoTime() - start);
      if (share < COMPILING) return;
    }
  }

  /// So many seconds each.
  private void run(List<Asking> all, int seconds) {
    try (var threads = Executors.newFixedThreadPool(Asking.CONNECTIONS)) {
      for (var i = 0; i < seconds * 1_000 / SLICE.toMillis(); i++) {
        for (var it : all) it.slice(threads, SLICE.toNanos(), cpu);
      }
    }
  }

  private void tell(Asking page) {
    bench.ours(page.name() + "_per_second", page.perSecond());
    details(page);
  }

  private void tell(Asking page, Asking bound, Asking bare, double least) {
    bench.rate(page.name() + "_per_second", page.perSecond(), bound.perSecond(), least);
    bench.rate(page.name() + "_of_bare", page.perSecond(), bare.perSecond());
    details(page);
  }

  private void details(Asking page) {
    bench.ours(page.name() + "_cpu_ms", page.cpuMilliseconds());
    bench.latencies(page.name(), page.times());
    bench.ours(page.name() + "_kb", page.meanBytes() / 1e3);
  }

  private void queries(List<String> paths, String session) throws IOException {
    var counting = app.getBean(Counting.class);
    counting.on(true);
    for (var path : paths) {
      // The number keeps a page from the cache.
      try (var page = new Wire(port)) {
        page.ask(Asking.request(path + "?n=0", session));
      }
      bench.ours("queries of " + path, counting.of(path).size(), 5);
    }
    counting.on(false);
  }

  /// The hall narrowed in ever other ways. The number makes every address a new one, so that no
  /// page kept in memory answers a visitor.
  private List<String> hall(boolean visitor) {
    return IntStream.range(0, ADDRESSES).mapToObj(it -> narrowed(visitor ? it : -it)).toList();
  }

  private String narrowed(int number) {
    var random = corpus.random();
    var address = new StringBuilder("/hall?n=" + number);
    if (random.nextInt(3) == 0)
      address.append("&side=").append(random.nextBoolean() ? "need" : "offer");
    if (random.nextInt(2) == 0) address.append("&park=").append(demo.park(random));
    if (random.nextInt(2) == 0) address.append("&industry=3").append(random.nextInt(10));
    if (random.nextInt(3) == 0) address.append("&type=technology");
    return address.toString();
  }

  /// Words sought: what a question costs with the model reading it.
  private List<String> questions() {
    var addresses = new ArrayList<String>();
    for (var i = 0; i < ADDRESSES; i++) {
      var words = corpus.word() + corpus.word() + corpus.word();
      addresses.add("/hall?n=" + i + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
    return addresses;
  }

  /// The cookie of a liaison officer's session.
  private String signIn() throws IOException, InterruptedException {
    var officer = demo.account("liaison");
    var address = URI.create("http://127.0.0.1:" + port + "/sign-in");
    try (var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      var form = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
      if (!csrf.find()) throw new IOException("no form to sign in");
      var fields =
          "username="
              + encoded(officer.username())
              + "&password="
              + encoded(officer.password())
              + "&_csrf="
              + encoded(csrf.group(1));
      var answer =
          client.send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(fields))
                  .build(),
              BodyHandlers.discarding());
      return answer.headers().allValues("Set-Cookie").stream()
          .map(it -> it.split(";")[0])
          .filter(it -> it.startsWith("JSESSIONID"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
