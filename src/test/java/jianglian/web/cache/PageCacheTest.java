package jianglian.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageCacheTest {
  private final PageCache cache = new PageCache(Duration.ofMinutes(1), 1_000_000);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void a_page_is_made_once_for_all_visitors() throws Exception {
    var first = visit("/hall");
    var second = visit("/hall");
    assertThat(first.getContentAsString()).isEqualTo("<p>江 1</p>");
    assertThat(second.getContentAsString()).isEqualTo("<p>江 1</p>");
    assertThat(second.getContentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(second.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(second.getHeaders("X-Frame-Options")).hasSize(1);
    assertThat(second.getHeader("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void a_browser_that_has_the_page_is_told_so() throws Exception {
    var etag = visit("/hall").getHeader("ETag");
    var again = visit("/hall", it -> it.addHeader("If-None-Match", etag));
    assertThat(again.getStatus()).isEqualTo(304);
    assertThat(again.getContentAsByteArray()).isEmpty();
  }

  @Test
  void a_browser_that_reads_gzip_gets_it() throws Exception {
    visit("/hall");
    var zipped = visit("/hall", it -> it.addHeader("Accept-Encoding", "br, gzip"));
    assertThat(zipped.getHeader("Content-Encoding")).isEqualTo("gzip");
    var plain = new GZIPInputStream(new ByteArrayInputStream(zipped.getContentAsByteArray()));
    assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<p>江 1</p>");
  }

  @Test
  void another_query_language_or_theme_is_another_page() throws Exception {
    visit("/hall");
    visit("/hall", it -> it.setQueryString("after=7"));
    visit("/hall", it -> it.setCookies(new Cookie("lang", "en")));
    visit("/hall", it -> it.setCookies(new Cookie("theme", "dark")));
    assertThat(made).hasValue(4);
  }

  @Test
  void readers_with_a_session_and_fragments_are_never_answered_from_memory() throws Exception {
    visit("/hall");
    visit("/hall", it -> it.setCookies(new Cookie("JSESSIONID", "1")));
    visit("/hall", it -> it.addHeader("HX-Request", "true"));
    visit("/hall", it -> it.addHeader("Authorization", "Bearer x"));
    assertThat(made).hasValue(4);
  }

  @Test
  void every_change_through_this_node_makes_pages_anew() throws Exception {
    visit("/hall");
    visit("/needs", it -> it.setMethod("POST"));
    assertThat(visit("/hall").getContentAsString()).isEqualTo("<p>江 3</p>");
  }

  @Test
  void a_page_begun_before_a_change_is_not_kept() throws Exception {
    var request = new MockHttpServletRequest("GET", "/hall");
    cache.doFilter(
        request,
        new MockHttpServletResponse(),
        (asked, answer) -> {
          page(asked, (HttpServletResponse) answer);
          visit("/needs", it -> it.setMethod("PUT"));
        });
    assertThat(visit("/hall").getContentAsString()).isEqualTo("<p>江 3</p>");
  }

  @Test
  void while_a_page_is_drawn_anew_others_get_the_old_one() throws Exception {
    var brief = new PageCache(Duration.ofMillis(200), 1_000_000);
    assertThat(drawn(brief)).isEqualTo("<p>江 1</p>");
    Thread.sleep(250);
    var meanwhile = new AtomicReference<String>();
    var first = new MockHttpServletResponse();
    brief.doFilter(
        new MockHttpServletRequest("GET", "/hall"),
        first,
        (asked, answer) -> {
          meanwhile.set(drawn(brief));
          page(asked, (HttpServletResponse) answer);
        });
    assertThat(meanwhile).hasValue("<p>江 1</p>");
    assertThat(first.getContentAsString()).isEqualTo("<p>江 2</p>");
    assertThat(drawn(brief)).isEqualTo("<p>江 2</p>");
  }

  @Test
  void an_old_page_is_given_to_nobody() throws Exception {
    var brief = new PageCache(Duration.ofMillis(5), 1_000_000);
    drawn(brief);
    Thread.sleep(50);
    var meanwhile = new AtomicReference<String>();
    brief.doFilter(
        new MockHttpServletRequest("GET", "/hall"),
        new MockHttpServletResponse(),
        (asked, answer) -> {
          meanwhile.set(drawn(brief));
          page(asked, (HttpServletResponse) answer);
        });
    assertThat(meanwhile).hasValue("<p>江 2</p>");
  }

  private String drawn(PageCache cache) {
    var response = new MockHttpServletResponse();
    try {
      cache.doFilter(
          new MockHttpServletRequest("GET", "/hall"),
          response,
          (asked, answer) -> page(asked, (HttpServletResponse) answer));
      return response.getContentAsString();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void what_is_not_found_says_something_to_one_browser_or_is_no_page_is_not_kept()
      throws Exception {
    FilterChain missing =
        (_, answer) -> {
          ((HttpServletResponse) answer).setStatus(404);
          page(null, (HttpServletResponse) answer);
        };
    FilterChain personal =
        (_, answer) -> {
          ((HttpServletResponse) answer).addHeader("Set-Cookie", "JSESSIONID=1");
          page(null, (HttpServletResponse) answer);
        };
    FilterChain data =
        (_, answer) -> {
          answer.setContentType("application/json");
          answer.getOutputStream().write(made.incrementAndGet());
        };
    for (var chain : new FilterChain[] {missing, personal, data}) {
      var path = "/" + made.get();
      var before = made.get();
      for (var i = 0; i < 2; i++) {
        var response = new MockHttpServletResponse();
        cache.doFilter(new MockHttpServletRequest("GET", path), response, chain);
        assertThat(response.getContentAsByteArray()).isNotEmpty();
      }
      assertThat(made).hasValue(before + 2);
    }
  }

  @Test
  void it_gives_up_old_pages_rather_than_growing() throws Exception {
    var small = new KeptPages(50_000);
    for (var i = 0; i < 1000; i++) {
      var page = KeptPage.of(java.util.List.of(), new byte[2000], 0);
      small.keep(new PageKey("/" + i, ""), page, small.era());
    }
    assertThat(small.bytes()).isBetween(1L, 50_000L);
    assertThat(small.get(new PageKey("/999", ""))).isNotNull();
    assertThat(small.get(new PageKey("/0", ""))).isNull();
  }

  private MockHttpServletResponse visit(String path) throws Exception {
    return visit(path, _ -> {});
  }

  private MockHttpServletResponse visit(String path, Consumer<MockHttpServletRequest> with) {
    var request = new MockHttpServletRequest("GET", path);
    with.accept(request);
    var response = new MockHttpServletResponse();
    try {
      cache.doFilter(
          request, response, (asked, answer) -> page(asked, (HttpServletResponse) answer));
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
    return response;
  }

  private void page(Object request, HttpServletResponse response) throws java.io.IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("X-Frame-Options", "DENY");
    response.getWriter().write("<p>江 " + made.incrementAndGet() + "</p>");
  }
}
