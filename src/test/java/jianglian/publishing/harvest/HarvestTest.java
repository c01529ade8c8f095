package jianglian.publishing.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.Http.Answer;
import jianglian.world.ModuleTest;
import jianglian.world.QueryCount;
import jianglian.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class HarvestTest {
  private static final String FEEDS = "/park-interface/feeds";
  private static final Pattern PROPOSAL = Pattern.compile("id=\"proposal-(\\d+)\"");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired FeedReading reading;
  @Autowired QueryCount queries;

  private final Site site = new Site();

  @AfterEach
  void close() {
    site.close();
  }

  private Http.Browser officer(World.Park park, Role role) {
    var person = world.person("方晓岚", role, Scope.park(park.id()));
    return http.browser().signIn(person.username(), World.PASSWORD);
  }

  private Http.Browser administrator(World.Park park) {
    return officer(park, Role.PARK_ADMINISTRATOR);
  }

  private static Answer add(Http.Browser browser, String url) {
    return browser.submit(FEEDS, FEEDS, Map.of("url", url, "name", "管委会通知", "kind", "notice"));
  }

  /// The page of a feed just added.
  private static String added(Http.Browser browser, String url) {
    var answer = add(browser, url);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return URI.create(answer.header("Location")).getPath();
  }

  private static void act(Http.Browser browser, String page, String act) {
    act(browser, page, act, Map.of());
  }

  private static void act(
      Http.Browser browser, String page, String act, Map<String, String> fields) {
    var answer = browser.submit(page, page + act, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  private static long id(String page) {
    return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
  }

  private static List<String> proposals(Http.Browser browser, String page) {
    return PROPOSAL.matcher(browser.get(page).body()).results().map(it -> it.group(1)).toList();
  }

  private static String proposal(Http.Browser browser, String page) {
    var all = proposals(browser, page);
    assertThat(all).hasSize(1);
    return "/proposals/" + all.getFirst();
  }

  private List<String> releases(World.Park park) {
    return db.sql(
            "select kind || ' ' || state || ' ' || version || ' ' || title from release where park_id = :park order by id")
        .param("park", park.id())
        .query(String.class)
        .list();
  }

  @Test
  void what_a_feed_brings_is_proposed_approved_and_released() {
    var park = world.park("随州");
    var browser = administrator(park);
    site.feed(
        "/rss",
        Site.rss(
            Site.item("2", "中试平台开放预约", "<p>自下周一起<b>预约</b>。</p>"),
            Site.item("1", "停水通知", "<p>周五停水。</p>")));
    assertThat(browser.get("/park-interface").body()).contains(FEEDS);
    var page = added(browser, site.address("/rss"));
    var body = browser.get(page).body();
    assertThat(body).contains("管委会通知", "读取正常", "读到 2 条", "等待处理（2 条）");
    assertThat(body.indexOf("中试平台开放预约")).isLessThan(body.indexOf("停水通知"));
    assertThat(body).contains("自下周一起 预约", "https://www.park.example/n/2", "2026年3月2日");
    assertThat(releases(park)).isEmpty();
    var newest = "/proposals/" + proposals(browser, page).getFirst();
    act(browser, page, newest + "/approval", Map.of("kind", "news"));
    assertThat(releases(park)).containsExactly("news published 1 中试平台开放预约");
    act(browser, page, proposal(browser, page) + "/approval");
    assertThat(releases(park)).contains("notice published 1 停水通知");
    var done = browser.get(page).body();
    assertThat(done).contains("等待处理（0 条）", "方晓岚", "已发布");
    var link = Pattern.compile("href=\"(/releases/\\d+)\">停水通知").matcher(done);
    assertThat(link.find()).isTrue();
    assertThat(http.browser().get(link.group(1)).body())
        .contains("<p>周五停水。</p>", "https://www.park.example/n/1");
    assertThat(queries.of(page)).hasSizeBetween(1, 5);
  }

  @Test
  void the_same_feed_again_changes_nothing() {
    var park = world.park("恩施");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x"), Site.item("2", "乙", "y")));
    var page = added(browser, site.address("/rss"));
    var before = proposals(browser, page);
    act(browser, page, "/reading");
    assertThat(proposals(browser, page)).isEqualTo(before).hasSize(2);
    act(browser, page, "/approvals", Map.of("proposal", before.getFirst()));
    act(browser, page, "/reading");
    assertThat(proposals(browser, page)).containsExactly(before.getLast());
    assertThat(releases(park)).containsExactly("notice published 1 甲");
  }

  @Test
  void a_changed_item_is_proposed_with_its_changes_and_becomes_the_next_version() {
    var park = world.park("十堰");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "停水通知", "<p>周五停水。</p><p>请储水。</p>")));
    var page = added(browser, site.address("/rss"));
    act(browser, page, proposal(browser, page) + "/approval", Map.of("kind", "news"));
    site.feed("/rss", Site.rss(Site.item("1", "停水通知（更正）", "<p>周六停水。</p><p>请储水。</p>")));
    act(browser, page, "/reading");
    assertThat(browser.get(page).body())
        .contains(
            "有改动", "<del>停水通知</del>", "<ins>停水通知（更正）</ins>", "<del>周五停水。</del>", "<ins>周六停水。</ins>")
        .doesNotContain("<del>请储水。</del>");
    act(browser, page, proposal(browser, page) + "/approval");
    assertThat(releases(park)).containsExactly("news published 2 停水通知（更正）");
  }

  @Test
  void an_open_proposal_follows_the_site_and_the_old_one_is_no_longer_approved() {
    var park = world.park("仙桃");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "停水通知", "周五停水")));
    var page = added(browser, site.address("/rss"));
    var old = proposal(browser, page);
    site.feed("/rss", Site.rss(Site.item("1", "停水通知", "周六停水")));
    act(browser, page, "/reading");
    assertThat(browser.get(page).body()).contains("周六停水").doesNotContain("周五停水");
    assertThat(proposal(browser, page)).isNotEqualTo(old);
    assertThat(browser.submit(page, page + old + "/approval", Map.of()).status()).isEqualTo(409);
    assertThat(releases(park)).isEmpty();
  }

  @Test
  void what_was_declined_comes_again_only_when_the_site_changes_it() {
    var park = world.park("潜江");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "食堂菜单", "红烧肉")));
    var page = added(browser, site.address("/rss"));
    act(browser, page, proposal(browser, page) + "/decline");
    act(browser, page, "/reading");
    assertThat(proposals(browser, page)).isEmpty();
    site.feed("/rss", Site.rss(Site.item("1", "食堂菜单", "清蒸鱼")));
    act(browser, page, "/reading");
    assertThat(proposals(browser, page)).hasSize(1);
    site.feed("/rss", Site.rss(Site.item("1", "食堂菜单", "红烧肉")));
    act(browser, page, "/reading");
    assertThat(proposals(browser, page)).as("as it was when it was declined").isEmpty();
    assertThat(releases(park)).isEmpty();
  }

  @Test
  void a_decline_can_be_taken_back() {
    var park = world.park("天门");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x")));
    var page = added(browser, site.address("/rss"));
    var one = proposal(browser, page);
    act(browser, page, one + "/decline");
    act(browser, page, one + "/reopening");
    assertThat(proposal(browser, page)).isEqualTo(one);
    assertThat(browser.submit(page, page + one + "/reopening", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void what_is_gone_from_the_site_stays_as_it_is() {
    var park = world.park("神农架");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x"), Site.item("2", "乙", "y")));
    var page = added(browser, site.address("/rss"));
    var both = proposals(browser, page);
    act(browser, page, "/proposals/" + both.getFirst() + "/approval");
    site.feed("/rss", Site.rss());
    act(browser, page, "/reading");
    assertThat(proposals(browser, page)).containsExactly(both.getLast());
    assertThat(releases(park)).containsExactly("notice published 1 甲");
  }

  @Test
  void what_the_park_has_sent_by_another_form_is_not_proposed() {
    var park = world.park("咸宁");
    http.api(park.token())
        .put(
            "/api/v1/releases/a-1",
            "{\"kind\":\"notice\",\"title\":\"停水通知\",\"body\":\"周五停水。\\n\\n请储水。\"}");
    var browser = administrator(park);
    site.feed(
        "/rss",
        Site.rss(
            Site.item("1", "停水通知", "<p>周五停水。</p><p>请储水。</p>"), Site.item("2", "停电通知", "周日停电")));
    var page = added(browser, site.address("/rss"));
    assertThat(proposals(browser, page)).hasSize(1);
    assertThat(browser.get(page).body()).contains("停电通知").doesNotContain("停水通知");
  }

  @Test
  void a_policy_waits_for_the_alliance_as_every_policy_does() {
    var park = world.park("鄂州");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "关于支持中试的措施", "一、对象")));
    var page = added(browser, site.address("/rss"));
    act(browser, page, proposal(browser, page) + "/approval", Map.of("kind", "policy"));
    assertThat(releases(park)).containsExactly("policy in-review 1 关于支持中试的措施");
    assertThat(browser.get(page).body()).contains("待审核");
  }

  @Test
  void all_that_wait_are_decided_at_once_but_none_that_came_since() {
    var park = world.park("黄冈");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x"), Site.item("2", "乙", "y")));
    var page = added(browser, site.address("/rss"));
    var seen = proposals(browser, page).getFirst();
    site.feed("/rss", Site.rss(Site.item("3", "丙", "z")));
    act(browser, page, "/reading");
    act(browser, page, "/declines", Map.of("upTo", seen));
    assertThat(proposals(browser, page)).hasSize(1);
    assertThat(browser.get(page).body()).contains("丙");
    act(browser, page, "/approvals", Map.of("upTo", "" + Long.MAX_VALUE));
    assertThat(releases(park)).containsExactly("notice published 1 丙");
  }

  @Test
  void two_readers_at_once_make_one_proposal() throws InterruptedException {
    var park = world.park("荆门");
    var browser = administrator(park);
    site.feed("/rss", Site.rss());
    var page = added(browser, site.address("/rss"));
    var asked = new CountDownLatch(1);
    var may = new CountDownLatch(1);
    site.page(
        "/rss",
        exchange -> {
          asked.countDown();
          await(may);
          var feed = Site.rss(Site.item("1", "甲", "x"), Site.item("1", "甲", "x"));
          Site.send(
              exchange, 200, "text/xml", feed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
    due(page);
    var first = Thread.ofVirtual().start(reading::readDue);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(reading.readNow(id(page))).as("it is being read").isFalse();
    // as when the first reader's node is thought dead: another takes over
    db.sql("update feed_source set leased_until = now() - interval '1 minute' where id = :id")
        .param("id", id(page))
        .update();
    var second = Thread.ofVirtual().start(() -> reading.readNow(id(page)));
    may.countDown();
    first.join();
    second.join();
    assertThat(proposals(browser, page)).hasSize(1);
    assertThat(
            db.sql("select count(*) from feed_proposal where source_id = :id")
                .param("id", id(page))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void due(String page) {
    db.sql("update feed_source set next_poll_at = now() - interval '1 minute' where id = :id")
        .param("id", id(page))
        .update();
  }

  @Test
  void the_timer_reads_what_is_due_and_asks_only_for_what_changed() {
    var browser = administrator(world.park("孝昌"));
    site.page(
        "/rss",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            var feed = Site.rss(Site.item("1", "甲", "x"));
            Site.send(
                exchange, 200, "text/xml", feed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          }
        });
    var page = added(browser, site.address("/rss"));
    reading.readDue();
    assertThat(site.asked).as("not due yet").hasSize(1);
    due(page);
    reading.readDue();
    assertThat(site.asked).hasSize(2);
    assertThat(browser.get(page).body()).contains("读取正常", "读到 1 条");
    assertThat(proposals(browser, page)).hasSize(1);
  }

  @Test
  void a_feed_that_fails_says_so_in_words_and_is_read_less_often() {
    var park = world.park("麻城");
    var browser = administrator(park);
    site.page("/rss", exchange -> exchange.sendResponseHeaders(503, -1));
    var page = added(browser, site.address("/rss"));
    assertThat(browser.get(page).body()).contains("读取失败", "网站回答了错误代码 503");
    assertThat(browser.get("/workspace").body()).doesNotContain("订阅源读取失败");
    for (int i = 0; i < 2; i++) {
      due(page);
      reading.readDue();
    }
    assertThat(browser.get(page).body()).contains("已连续失败 3 次");
    assertThat(browser.get("/workspace").body()).contains("订阅源读取失败", page);
    assertThat(hoursToNext(page)).isEqualTo(8);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x")));
    act(browser, page, "/reading");
    assertThat(browser.get(page).body()).contains("读取正常").doesNotContain("读取失败");
    assertThat(hoursToNext(page)).isEqualTo(1);
    assertThat(browser.get("/workspace").body())
        .doesNotContain("订阅源读取失败")
        .contains("官网新内容待处理", "管委会通知");
    assertThat(queries.of("/workspace")).hasSizeBetween(1, 5);
  }

  private long hoursToNext(String page) {
    return db.sql(
            "select round(extract(epoch from next_poll_at - last_polled_at) / 3600) from feed_source where id = :id")
        .param("id", id(page))
        .query(Long.class)
        .single();
  }

  @Test
  void a_web_page_given_as_a_feed_names_the_feed() {
    var browser = administrator(world.park("赤壁"));
    site.bytes(
        "/",
        "text/html",
        "<!doctype html><html><head><link rel=alternate type='application/rss+xml' href='/rss'></head></html>"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var page = added(browser, site.address("/"));
    assertThat(browser.get(page).body()).contains("这是一个网页", site.address("/rss"));
  }

  @Test
  void addresses_inside_are_never_called() {
    var browser = administrator(world.park("石首"));
    site.feed("/secret", Site.rss(Site.item("1", "甲", "x")));
    site.redirect("/rss", "http://127.0.0.1/secret");
    var page = added(browser, site.address("/rss"));
    assertThat(browser.get(page).body()).contains("不在公开的互联网上");
    var literal = added(browser, "http://10.0.0.8/rss");
    assertThat(browser.get(literal).body()).contains("不在公开的互联网上");
    assertThat(add(browser, "http://127.0.0.1:" + site.port() + "/secret").status()).isEqualTo(422);
    assertThat(site.asked).doesNotContain("/secret");
  }

  @Test
  void what_cannot_be_an_address_is_marked_at_its_field() {
    var browser = administrator(world.park("洪湖"));
    for (var url : List.of("", "file:///etc/passwd", "http://a:b@c.example/rss", "不是 网址")) {
      var answer = add(browser, url);
      assertThat(answer.status()).as(url).isEqualTo(422);
      assertThat(answer.body()).contains("e-url");
    }
    assertThat(browser.get(FEEDS).body()).contains("还没有订阅源");
  }

  @Test
  void the_same_address_is_kept_once_and_a_removed_one_comes_back_with_what_was_declined() {
    var browser = administrator(world.park("松滋"));
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x"), Site.item("2", "乙", "y")));
    var page = added(browser, site.address("/rss"));
    assertThat(add(browser, site.address("/rss")).status()).isEqualTo(422);
    act(browser, page, "/proposals/" + proposals(browser, page).getFirst() + "/decline");
    act(browser, page, "/removal");
    assertThat(browser.get(page).status()).isEqualTo(404);
    assertThat(browser.get(FEEDS).body()).doesNotContain(page);
    assertThat(added(browser, site.address("/rss"))).isEqualTo(page);
    assertThat(browser.get(page).body()).contains("等待处理（1 条）", "乙");
  }

  @Test
  void a_paused_feed_rests_until_it_is_resumed() {
    var browser = administrator(world.park("当阳"));
    site.feed("/rss", Site.rss());
    var page = added(browser, site.address("/rss"));
    act(browser, page, "/pause");
    due(page);
    reading.readDue();
    act(browser, page, "/reading");
    assertThat(site.asked).hasSize(1);
    assertThat(browser.get(page).body()).contains("已暂停");
    act(browser, page, "/resumption");
    assertThat(site.asked).hasSize(2);
  }

  @Test
  void a_feed_is_renamed_and_its_kind_changed() {
    var browser = administrator(world.park("枝江"));
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x")));
    var page = added(browser, site.address("/rss"));
    act(browser, page, "", Map.of("name", "科技局政策", "kind", "policy"));
    assertThat(browser.get(page).body()).contains("科技局政策", "data-kind=\"policy\"");
    var without = browser.submit(page, page, Map.of("name", " ", "kind", "policy"));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("请填写名称");
  }

  @Test
  void a_liaison_officer_decides_but_does_not_say_where_to_read() {
    var park = world.park("宜都");
    var administrator = administrator(park);
    var officer = officer(park, Role.LIAISON);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x")));
    assertThat(officer.get(FEEDS).body()).contains("请园区管理员添加");
    assertThat(add(officer, site.address("/rss")).status()).isEqualTo(403);
    var page = added(administrator, site.address("/rss"));
    for (var act : List.of("/pause", "/removal", "")) {
      var fields = Map.of("name", "x", "kind", "news");
      assertThat(officer.submit(page, page + act, fields).status()).as(act).isEqualTo(403);
    }
    act(officer, page, "/reading");
    act(officer, page, proposal(officer, page) + "/approval");
    assertThat(releases(park)).containsExactly("notice published 1 甲");
  }

  @Test
  void another_parks_feed_is_not_there() {
    var owner = administrator(world.park("老河口"));
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x")));
    var page = added(owner, site.address("/rss"));
    var one = proposal(owner, page);
    var park = world.park("枣阳");
    var other = administrator(park);
    assertThat(other.get(page).status()).isEqualTo(404);
    for (var act :
        List.of(
            "",
            "/pause",
            "/resumption",
            "/removal",
            "/reading",
            "/approvals",
            "/declines",
            one + "/approval",
            one + "/decline",
            one + "/reopening")) {
      var fields =
          Map.of("name", "x", "kind", "news", "upTo", "" + Long.MAX_VALUE, "proposal", "1");
      assertThat(other.submit(FEEDS, page + act, fields).status()).as(act).isEqualTo(404);
    }
    site.feed("/own", Site.rss());
    var own = added(other, site.address("/own"));
    assertThat(other.submit(FEEDS, own + one + "/approval", Map.of()).status())
        .as("through a feed of its own")
        .isEqualTo(404);
    assertThat(proposal(owner, page)).isEqualTo(one);
    assertThat(releases(park)).isEmpty();
  }

  @Test
  void a_park_may_not_approve_twice() {
    var park = world.park("安陆");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x")));
    var page = added(browser, site.address("/rss"));
    var one = proposal(browser, page);
    act(browser, page, one + "/approval");
    assertThat(browser.submit(page, page + one + "/approval", Map.of()).status()).isEqualTo(409);
    assertThat(releases(park)).containsExactly("notice published 1 甲");
  }

  @Test
  void everything_done_is_recorded() {
    var park = world.park("应城");
    var browser = administrator(park);
    site.feed("/rss", Site.rss(Site.item("1", "甲", "x"), Site.item("2", "乙", "y")));
    var page = added(browser, site.address("/rss"));
    var both = proposals(browser, page);
    act(browser, page, "/proposals/" + both.getFirst() + "/approval");
    act(browser, page, "/proposals/" + both.getLast() + "/decline");
    act(browser, page, "/pause");
    act(browser, page, "/removal");
    assertThat(
            db.sql(
                    "select act from audit_entry where park_id = :park and act <> 'client-issued' order by id")
                .param("park", park.id())
                .query(String.class)
                .list())
        .containsSubsequence(
            "feed-added",
            "feed-proposals-found",
            "release-delivered",
            "proposal-approved",
            "proposal-declined",
            "feed-paused",
            "feed-removed");
  }
}
