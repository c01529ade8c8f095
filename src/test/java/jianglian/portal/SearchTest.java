package jianglian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class SearchTest {
  private static final String POLICY =
      """
      {"kind": "policy", "title": "关于支持澜沧浮标监测的若干措施", "body": "购置澜沧浮标的企业按投入的两成补助。",
       "publishedOn": "2026-03-02"}
      """;

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;

  @Test
  void what_is_published_is_found_by_everyone_with_its_words_marked() {
    var park = world.park("泸州");
    var delivered = http.api(park.token()).put("/api/v1/releases/buoy", POLICY);
    var id = delivered.json().path("id").asLong();
    assertThat(engine.await(Duration.ofSeconds(20))).isTrue();
    assertThat(found("/search?q=澜沧浮标").select("a[href=/releases/" + id + "]")).isEmpty();

    publish(id);
    assertThat(engine.await(Duration.ofSeconds(20))).isTrue();
    var page = found("/search?q=澜沧浮标&kind=release&park=" + park.code());
    assertThat(page.select("a[href=/releases/" + id + "] mark").text()).contains("澜沧");
    assertThat(page.select(".facets a[aria-current]").text()).contains(park.name());
    assertThat(http.browser().get("/suggest?q=澜沧").json().toString()).contains("/releases/" + id);
  }

  @Test
  void a_search_that_finds_nothing_says_what_to_do_next() {
    var nobody = world.park("空白").code();
    var page = found("/search?q=zqxjkvbw&park=" + nobody);
    assertThat(page.select(".empty").text()).contains("zqxjkvbw");
    assertThat(page.select(".empty a[href=/needs/new]")).hasSize(1);
  }

  @Test
  void what_was_typed_is_shown_as_text_only() {
    var page = found("/search?q=<script>alert(1)</script>\"");
    assertThat(page.select("main script")).isEmpty();
    assertThat(page.select("input[name=q]").first().val()).isEqualTo("<script>alert(1)</script>\"");
  }

  @Test
  void a_kind_a_key_or_a_length_that_cannot_be_is_no_surprise() {
    assertThat(http.browser().get("/search?kind=person&q=").status()).isEqualTo(200);
    assertThat(http.browser().get("/search?valid=perhaps").status()).isEqualTo(400);
    assertThat(http.browser().get("/search?q=" + "a".repeat(5000)).status()).isEqualTo(200);
    assertThat(http.browser().get("/suggest?q=" + "a".repeat(5000)).body()).isEqualTo("[]");
    assertThat(http.browser().get("/search?after=nonsense").status()).isIn(200, 400, 422);
  }

  private void publish(long id) {
    var secretary = world.person("岑雨舟", Role.SECRETARIAT, Scope.ALLIANCE);
    var browser = http.browser().signIn(secretary.username(), World.PASSWORD);
    var done =
        browser.submit("/review/releases", "/review/releases/" + id + "/publication", Map.of());
    assertThat(done.status()).isEqualTo(302);
  }

  private Document found(String address) {
    var answer =
        http.browser().get(address.replace("<", "%3C").replace(">", "%3E").replace("\"", "%22"));
    assertThat(answer.status()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
