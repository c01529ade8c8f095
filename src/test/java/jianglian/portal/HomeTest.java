package jianglian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class HomeTest {
  @Autowired Http http;
  @Autowired World world;

  @Test
  void every_member_is_a_named_link_on_the_river() {
    var park = world.park("东湖");
    var home = Jsoup.parse(http.browser().get("/").body());
    var mark = home.selectFirst("svg.river[data-size=wide] a[href=/parks/" + park.code() + "]");
    assertThat(mark).isNotNull();
    assertThat(mark.select("title").text()).contains(park.name());
    assertThat(mark.select("text").text()).isEqualTo(park.name());
  }

  @Test
  void the_page_reads_in_english_and_remembers_it() {
    var browser = http.browser();
    var chosen = Jsoup.parse(browser.get("/?lang=en").body());
    assertThat(chosen.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(Jsoup.parse(browser.get("/").body()).select("h1").text()).startsWith("One river");
  }

  @Test
  void dark_and_large_type_are_remembered() {
    var browser = http.browser();
    browser.get("/?theme=dark&type=large");
    var html = Jsoup.parse(browser.get("/").body()).selectFirst("html");
    assertThat(html.attr("data-theme")).isEqualTo("dark");
    assertThat(html.attr("data-type")).isEqualTo("large");
  }

  @Test
  void a_choice_that_does_not_exist_changes_nothing() {
    var html =
        Jsoup.parse(http.browser().get("/?theme=%22onload=&type=huge").body()).selectFirst("html");
    assertThat(html.attr("data-theme")).isEmpty();
    assertThat(html.attr("data-type")).isEmpty();
  }

  @Test
  void style_and_script_may_be_kept_for_ever_under_their_digest() {
    var head = Jsoup.parse(http.browser().get("/").body()).head();
    for (var address : head.select("link[rel=stylesheet]").eachAttr("href")) {
      var style = http.browser().get(address);
      assertThat(style.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
      assertThat(style.body()).startsWith("@layer reset, tokens, base, parts, modules;");
    }
    var script = http.browser().get(head.select("script").attr("src"));
    assertThat(script.header("Cache-Control")).contains("immutable");
    assertThat(script.body()).contains("htmx").contains("data-suggest");
    assertThat(http.browser().get("/assets/jianglian-000000000000.css").status()).isEqualTo(404);
  }
}
