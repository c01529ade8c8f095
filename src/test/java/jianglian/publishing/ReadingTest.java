package jianglian.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.QueryCount;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ReadingTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;
  @Autowired QueryCount queries;

  private long bring(World.Park park, String id, String kind, String title, String body) {
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/releases/" + id,
                """
                {"kind":"%s","title":"%s","body":"%s","industries":["3491"],"audience":["enterprise"],
                 "documentNumber":"绵科发[2026] %d号"}
                """
                    .formatted(kind, title, body, park.id()));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json().path("id").asLong();
  }

  private void indexed() {
    assertThat(engine.await(Duration.ofSeconds(30))).isTrue();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void a_published_release_is_found_by_its_words_with_facets_and_highlights() {
    var park = world.park("绵阳");
    var id = bring(park, "r-1", "notice", "谐波减速器检测平台开放预约", "精度检测每周二开放。");
    bring(park, "r-2", "news", "食堂开放", "今日开放。");
    indexed();
    var page = http.browser().get("/releases?q=" + encoded("谐波减速器") + "&park=" + park.code());
    assertThat(page.body())
        .contains("/releases/" + id, "<mark>", "按时间排列", "/feeds/releases.atom?q=");
    assertThat(queries.of("/releases")).hasSizeLessThanOrEqualTo(5);
    assertThat(page.body()).contains(">通知公告 <span>1</span>").doesNotContain(">动态 <span>");
    var narrowed = http.browser().get("/releases?park=" + park.code() + "&kind=news");
    assertThat(narrowed.body()).contains("食堂开放").doesNotContain("谐波减速器检测平台");
    assertThat(http.browser().get("/releases?park=" + park.code() + "&industry=34").body())
        .contains("谐波");
    assertThat(http.browser().get("/releases?park=none").body()).contains("没有符合这些条件的内容");
  }

  @Test
  void a_document_number_in_any_form_finds_its_release() {
    var park = world.park("绵阳");
    var id = bring(park, "r-1", "notice", "关于开放实验室的通知", "开放。");
    indexed();
    for (var form : new String[] {"绵科发〔2026〕" + park.id() + "号", "绵科发（2026）" + park.id() + "号"}) {
      var found = http.api().get("/api/v1/releases?q=" + encoded(form));
      assertThat(found.json().path("items").path(0).path("id").asLong()).as(form).isEqualTo(id);
    }
  }

  @Test
  void a_parks_token_finds_its_own_unreleased_items_and_nobody_else_does() {
    var park = world.park("德阳");
    var other = world.park("自贡");
    var id = bring(park, "p-1", "policy", "关于支持重型装备出海的若干措施", "一、支持对象");
    indexed();
    var query = "/api/v1/releases?park=" + park.code();
    var own = http.api(park.token()).get(query).json().path("items");
    assertThat(own.path(0).path("id").asLong()).isEqualTo(id);
    assertThat(own.path(0).path("state").asString()).isEqualTo("in-review");
    assertThat(own.path(0).path("externalId").asString()).isEqualTo("p-1");
    assertThat(http.api(other.token()).get(query).json().path("items")).isEmpty();
    assertThat(http.api().get(query).json().path("items")).isEmpty();
  }

  @Test
  void the_api_hands_out_everything_page_by_page() {
    var park = world.park("泸州");
    for (int i = 0; i < 5; i++) bring(park, "n-" + i, "notice", "第" + i + "号通知", "内容。");
    indexed();
    var seen = new java.util.LinkedHashSet<Long>();
    String after = "";
    do {
      var answer =
          http.api()
              .get(
                  "/api/v1/releases?park="
                      + park.code()
                      + "&size=2"
                      + (after.isEmpty() ? "" : "&after=" + encoded(after)))
              .json();
      answer
          .path("items")
          .values()
          .forEach(it -> assertThat(seen.add(it.path("id").asLong())).isTrue());
      after = answer.path("next").asString("");
    } while (!after.isEmpty());
    assertThat(seen).hasSize(5);
  }

  @Test
  void feeds_are_well_formed_in_three_formats_and_say_when_nothing_is_new() throws Exception {
    var park = world.park("贵阳");
    var id = bring(park, "f-1", "news", "A & B <中试>", "<p>正文</p><script>alert(1)</script>");
    indexed();
    var query = "?park=" + park.code();
    for (var format : new String[] {"atom", "rss"}) {
      var answer = http.browser().get("/feeds/releases." + format + query);
      assertThat(answer.header("Content-Type")).contains(format + "+xml");
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new java.io.ByteArrayInputStream(bytes));
      assertThat(document.getDocumentElement().getTextContent())
          .contains("A & B <中试>", "/releases/" + id)
          .doesNotContain("alert");
    }
    var json = http.browser().get("/feeds/releases.json" + query).json();
    assertThat(json.path("items").path(0).path("title").asString()).isEqualTo("A & B <中试>");
    var etag = http.browser().get("/feeds/releases.atom" + query).header("ETag");
    var again =
        HttpRequest.newBuilder(URI.create(http.address() + "/feeds/releases.atom" + query))
            .header("If-None-Match", etag)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }
    assertThat(http.browser().get("/releases" + query).body())
        .contains("type=\"application/atom+xml\"", "/feeds/releases.atom?park=" + park.code());
  }

  @Test
  void the_page_of_a_release_shows_its_clauses() {
    var park = world.park("昆明");
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/releases/c-1",
                """
                {"kind":"notice","title":"关于申报补助的通知","body":"正文","validUntil":"2020-01-01","publishedOn":"2019-01-01",
                 "clauses":[{"title":"设备补助","audience":"规上企业","conditions":["设备投入500万元以上"],"support":"补助10%",
                             "amountMax":2000000,"delivery":"exempt","office":"经发局"}]}
                """);
    var page = http.browser().get("/releases/" + answer.json().path("id").asLong());
    assertThat(page.body())
        .contains("设备补助", "规上企业", "设备投入500万元以上", "2,000,000 元", "免申即享", "经发局", "已过有效期");
    assertThat(queries.of("/releases/" + answer.json().path("id").asLong()))
        .hasSizeLessThanOrEqualTo(5);
  }
}
