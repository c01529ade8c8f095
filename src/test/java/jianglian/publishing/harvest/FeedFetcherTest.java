package jianglian.publishing.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jianglian.publishing.harvest.FeedUnreadable.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/// Against real servers on this machine; the name localhost is allowed, as a park's test site would
/// be, everything else is held to the rules.
@Timeout(20)
class FeedFetcherTest {
  private static final int SIZE = 100_000;

  private final Site site = new Site();
  private final FeedFetcher fetcher = fetcher(InetAddress::getAllByName);

  @AfterEach
  void close() {
    site.close();
  }

  private static HarvestLimits limits() {
    return new HarvestLimits(
        Duration.ofHours(1),
        Duration.ofDays(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        DataSize.ofBytes(SIZE),
        50,
        50,
        Set.of(80, 443),
        Set.of("localhost", "inside.park.example"));
  }

  private static FeedFetcher fetcher(PublicAddresses.Names names) {
    return new FeedFetcher(limits(), new PublicAddresses(names, limits()), "Jianglian-Test");
  }

  private Fetched.Document document(String path) {
    return (Fetched.Document) fetcher.fetch(site.address(path), null, null);
  }

  private static void refused(Reason reason, ThrowingCallable fetch) {
    assertThatThrownBy(fetch)
        .isInstanceOfSatisfying(
            FeedUnreadable.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  private void refused(Reason reason, String address) {
    refused(reason, () -> fetcher.fetch(address, null, null));
  }

  @Test
  void a_feed_is_fetched_with_what_its_server_says_of_it() {
    site.page(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"7\"");
          Site.send(exchange, 200, "text/xml; charset=GBK", "<rss/>".getBytes(UTF_8));
        });
    var document = document("/feed");
    assertThat(document.bytes()).asString().isEqualTo("<rss/>");
    assertThat(document.charset()).isEqualTo("GBK");
    assertThat(document.etag()).isEqualTo("\"7\"");
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    site.page(
        "/feed",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          var same =
              "\"7\"".equals(headers.getFirst("If-None-Match"))
                  && "Mon, 02 Mar 2026 12:00:00 GMT".equals(headers.getFirst("If-Modified-Since"));
          exchange.sendResponseHeaders(same ? 304 : 200, -1);
        });
    assertThat(fetcher.fetch(site.address("/feed"), "\"7\"", "Mon, 02 Mar 2026 12:00:00 GMT"))
        .isInstanceOf(Fetched.Unchanged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/feed",
        "http://127.1/feed",
        "http://2130706433/feed",
        "http://[::1]/feed",
        "http://[::ffff:127.0.0.1]/feed",
        "http://10.0.0.8/feed",
        "http://192.168.0.1/feed",
        "http://169.254.169.254/latest/meta-data/",
        "https://172.20.1.1/feed",
        "http://0.0.0.0/feed",
        "http://[fd00:ec2::254]/"
      })
  void a_private_address_is_refused_however_it_is_written(String address) {
    assertThatThrownBy(() -> fetcher.fetch(address, null, null))
        .isInstanceOfSatisfying(
            FeedUnreadable.class,
            it -> assertThat(it.reason()).isIn(Reason.ADDRESS_PRIVATE, Reason.ADDRESS_MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://www.park.example/feed",
        "gopher://www.park.example/",
        "//www.park.example/feed",
        "http://user:secret@www.park.example/feed",
        "http:///feed",
        "javascript:alert(1)",
        "::"
      })
  void only_web_addresses_without_secrets_are_fetched(String address) {
    refused(Reason.ADDRESS_MALFORMED, address);
  }

  @Test
  void a_port_that_is_not_the_webs_is_refused() {
    refused(Reason.PORT, "http://127.0.0.1:" + site.port() + "/feed");
    refused(Reason.PORT, "http://www.park.example:22/feed");
    assertThat(site.asked).isEmpty();
  }

  @Test
  void a_name_that_leads_inside_is_refused() {
    var lying = fetcher(_ -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.8")});
    refused(Reason.ADDRESS_PRIVATE, () -> lying.fetch("http://www.park.example/feed", null, null));
  }

  @Test
  void a_name_with_one_private_address_among_public_ones_is_refused() {
    var lying =
        fetcher(_ ->
            new InetAddress[] {
              InetAddress.ofLiteral("114.114.114.114"), InetAddress.ofLiteral("127.0.0.1")
            });
    refused(Reason.ADDRESS_PRIVATE, () -> lying.fetch("http://www.park.example/feed", null, null));
  }

  /// DNS rebinding: the second answer would lead elsewhere, but nobody asks a second time.
  @Test
  void a_name_is_asked_for_once_and_connected_to_as_it_was_checked() {
    site.page(
        "/feed",
        exchange ->
            Site.send(
                exchange,
                200,
                "text/xml",
                exchange.getRequestHeaders().getFirst("Host").getBytes(UTF_8)));
    var times = new AtomicInteger();
    var rebinding =
        fetcher(_ -> {
          var first = times.incrementAndGet() == 1;
          return new InetAddress[] {InetAddress.ofLiteral(first ? "127.0.0.1" : "10.0.0.8")};
        });
    var address = "http://inside.park.example:" + site.port() + "/feed";
    var document = (Fetched.Document) rebinding.fetch(address, null, null);
    assertThat(document.bytes()).asString().isEqualTo("inside.park.example:" + site.port());
    assertThat(times).hasValue(1);
  }

  @Test
  void a_redirect_to_this_machine_is_not_followed() {
    site.feed("/secret", "<rss/>");
    for (var inside :
        Set.of(
            "http://127.0.0.1/secret",
            "http://[::1]/secret",
            "//127.0.0.1/secret",
            "http://169.254.169.254/latest/meta-data/")) {
      site.redirect("/feed", inside);
      refused(Reason.ADDRESS_PRIVATE, site.address("/feed"));
    }
    site.redirect("/feed", "http://127.0.0.1:" + site.port() + "/secret");
    refused(Reason.PORT, site.address("/feed"));
    site.redirect("/feed", "file:///etc/passwd");
    refused(Reason.ADDRESS_MALFORMED, site.address("/feed"));
    assertThat(site.asked).doesNotContain("/secret");
  }

  @Test
  void redirects_are_followed_but_not_for_ever() {
    site.redirect("/old", "/new/feed").redirect("/new/feed", site.address("/feed"));
    site.feed("/feed", "<rss/>");
    assertThat(document("/old").address().uri()).hasToString(site.address("/feed"));
    site.redirect("/round", "/round");
    refused(Reason.REDIRECTS, site.address("/round"));
    assertThat(site.asked.stream().filter("/round"::equals)).hasSize(6);
  }

  @Test
  void a_redirect_without_a_way_on_is_refused() {
    site.page("/feed", exchange -> exchange.sendResponseHeaders(302, -1));
    refused(Reason.ADDRESS_MALFORMED, site.address("/feed"));
  }

  @Test
  void a_site_that_never_answers_is_given_up() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      refused(Reason.NO_ANSWER, "http://localhost:" + silent.getLocalPort() + "/feed");
    }
  }

  @Test
  void a_site_that_is_not_there_is_given_up() throws IOException {
    int port;
    try (var gone = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    refused(Reason.NO_CONNECTION, "http://localhost:" + port + "/feed");
  }

  /// Each byte comes within the silence allowed; only the deadline ends it.
  @Test
  void a_site_that_drips_is_cut_off_and_hears_so() throws Exception {
    try (var dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (var start :
          Set.of("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n", "HTTP/1.1 200 OK\r\nX: ")) {
        var cut = Thread.ofVirtual().start(() -> drip(dripping, start));
        refused(Reason.TOO_SLOW, "http://localhost:" + dripping.getLocalPort() + "/feed");
        assertThat(cut.join(Duration.ofSeconds(5))).as("the connection is closed").isTrue();
      }
    }
  }

  private static void drip(ServerSocket server, String start) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(start.getBytes(UTF_8));
      while (true) {
        socket.getOutputStream().write(' ');
        Thread.sleep(200);
      }
    } catch (IOException | InterruptedException cut) {
      // as it should be
    }
  }

  @Test
  void a_head_that_never_ends_is_refused() throws Exception {
    try (var endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = endless.accept()) {
              socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              var line = ("X: " + "x".repeat(1000) + "\r\n").getBytes(UTF_8);
              while (true) socket.getOutputStream().write(line);
            } catch (IOException cut) {
              // as it should be
            }
          });
      refused(Reason.BROKEN_OFF, "http://localhost:" + endless.getLocalPort() + "/feed");
    }
  }

  @Test
  void what_is_too_large_is_refused_whether_it_says_so_or_not() {
    site.bytes("/said", "text/xml", new byte[SIZE + 1]);
    refused(Reason.TOO_LARGE, site.address("/said"));
    site.page(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) exchange.getResponseBody().write(new byte[10_000]);
        });
    refused(Reason.TOO_LARGE, site.address("/endless"));
  }

  @Test
  void a_packed_feed_is_unpacked_but_no_bomb() throws IOException {
    var packed = Site.gzip("<rss/>".getBytes(UTF_8));
    site.page(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          Site.send(exchange, 200, "text/xml", packed);
        });
    assertThat(document("/feed").bytes()).asString().isEqualTo("<rss/>");
    var bomb = Site.gzip(new byte[50_000_000]);
    assertThat(bomb.length).isLessThan(SIZE);
    site.page(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          Site.send(exchange, 200, "text/xml", bomb);
        });
    refused(Reason.TOO_LARGE, site.address("/bomb"));
    site.bytes("/broken", "text/xml", Arrays.copyOf(packed, 12));
    refused(Reason.BROKEN_OFF, site.address("/broken"));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 403, 404, 410, 500, 503})
  void any_other_answer_is_told_by_its_number(int status) {
    site.page("/feed", exchange -> exchange.sendResponseHeaders(status, -1));
    assertThatThrownBy(() -> fetcher.fetch(site.address("/feed"), null, null))
        .isInstanceOfSatisfying(
            FeedUnreadable.class,
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.STATUS);
              assertThat(it.detail()).isEqualTo("" + status);
            });
  }

  @Test
  void chinese_names_and_paths_are_sent_as_the_wire_wants_them() {
    assertThat(FeedAddress.of("http://园区.中国/通知 rss.xml", limits()).uri())
        .hasToString("http://xn--dkrx9f.xn--fiqs8s/%E9%80%9A%E7%9F%A5%20rss.xml");
  }

  @Test
  void a_feed_that_keeps_failing_is_read_less_often() {
    var limits = limits();
    assertThat(limits.pause(0)).isEqualTo(Duration.ofHours(1));
    assertThat(limits.pause(1)).isEqualTo(Duration.ofHours(2));
    assertThat(limits.pause(3)).isEqualTo(Duration.ofHours(8));
    assertThat(limits.pause(1_000)).isEqualTo(Duration.ofHours(24));
  }
}
