package jianglian.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.publishing.intake.Sheets;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The main job end to end in a real browser, one journey for each role, in the order of the story:
/// a park sends, the secretariat releases, a visitor finds, an enterprise asks, the other side
/// accepts, both officers see the case.
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MainJobJourneyTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String POLICY = "支持越障底盘首台套应用的若干措施（旅程）";
  private static final String NEWS = "越障底盘试验场开放预约（旅程）";

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine search;
  @Autowired JdbcClient db;

  private World.Park needing;
  private World.Park offering;
  private World.Someone administrator;
  private World.Someone secretary;
  private World.Someone buyer;
  private World.Someone maker;
  private World.Someone needOfficer;
  private World.Someone offerOfficer;
  private String caseNumber;

  @BeforeAll
  void people() {
    needing = world.park("张江");
    offering = world.park("东湖");
    administrator = world.person("顾启川", Role.PARK_ADMINISTRATOR, Scope.park(needing.id()));
    needOfficer = world.person("陆文昭", Role.LIAISON, Scope.park(needing.id()));
    offerOfficer = world.person("何志恒", Role.LIAISON, Scope.park(offering.id()));
    secretary = world.person("岑雨舟", Role.SECRETARIAT, Scope.ALLIANCE);
    var fire = world.firm("赤焰消防装备（示例）有限公司", needing);
    var tracks = world.firm("江城越野底盘（示例）有限公司", offering);
    buyer = world.person("林晚", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(fire.id()));
    maker = world.person("邓思齐", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(tracks.id()));
    var offer =
        http.api(offering.token())
            .put(
                "/api/v1/offers/journey-chassis",
                """
                {"title": "可爬楼的双节履带行走底座", "type": "technology", "industries": ["3491"],
                 "organisation": "%s",
                 "text": "双节履带加前摆臂，空载爬三十五度楼梯，单级垂直障碍三百二十毫米，整机有防爆合格证，已随消防机器人进入石化罐区。",
                 "amountMin": 260000, "amountMax": 380000, "maturity": "production"}
                """
                    .formatted(tracks.name()));
    Assertions.assertThat(offer.status()).as(offer.body()).isEqualTo(201);
    indexed();
  }

  @Test
  @Order(1)
  void a_park_uploads_a_spreadsheet_and_only_its_bad_row_is_refused() {
    var sheet =
        Sheets.xlsx(
            List.of(
                List.of("编号", "类型", "标题", "正文", "发布日期"),
                List.of("j-1", "创新政策", POLICY, "第一条 对首次进入化工园区的越障底盘，按售价的百分之二十奖励。", "2026-03-01"),
                List.of("j-2", "创新政策", "写错日期的措施（旅程）", "第一条 写错了日期。", "三月一日"),
                List.of("j-3", "动态", NEWS, "今日起接受越障与爬楼试验预约。", "2026年3月2日")));
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, administrator);
      page.navigate(http.address() + "/park-interface/uploads");
      page.selectOption("[name=kind]", "release");
      page.setInputFiles("[name=file]", new FilePayload("三月发布.xlsx", SHEET, sheet));
      page.locator("main form button.primary").click();
      assertThat(page.getByText("处理完毕").first()).isVisible();
      var refused = page.locator("main tbody tr").filter(holding("未收"));
      assertThat(refused).hasCount(1);
      assertThat(refused).containsText("j-2");
      assertThat(refused.locator("td.number")).hasText("3");
      assertThat(refused).containsText("E 列");
      assertThat(refused).containsText("“三月一日”不是日期");
      assertThat(page.locator("main tbody tr").filter(holding("新增"))).hasCount(2);
      indexed();
      page.navigate(http.address() + "/releases?kind=news");
      assertThat(page.getByText(NEWS).first()).isVisible();
      page.navigate(http.address() + "/releases?kind=policy");
      assertThat(page.getByText(POLICY)).hasCount(0);
    }
  }

  @Test
  @Order(2)
  void the_secretariat_releases_what_waits() {
    firstInQueue(POLICY);
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, secretary);
      page.navigate(http.address() + "/review/releases");
      row(page, POLICY).getByRole(AriaRole.BUTTON, named("发布")).first().click();
      assertThat(row(page, POLICY)).hasCount(0);
      indexed();
      page.navigate(http.address() + "/releases?kind=policy");
      assertThat(page.getByText(POLICY).first()).isVisible();
    }
  }

  /// Lists are read from the index, which follows a moment behind.
  private void indexed() {
    Assertions.assertThat(search.await(SOON)).isTrue();
  }

  /// The queue shows the oldest fifty; what other tests left waiting must not push this one out.
  private void firstInQueue(String title) {
    db.sql("update release set updated_at = '2020-01-01' where title = :title")
        .param("title", title)
        .update();
  }

  @Test
  @Order(3)
  void a_visitor_searches_opens_the_release_and_subscribes() {
    try (var desk = Chromium.desk()) {
      var page = desk.newPage();
      page.navigate(http.address() + "/releases");
      var box = page.locator("main input[type=search]");
      box.pressSequentially("越障底盘");
      assertThat(page.locator("main .suggestions li").filter(holding(POLICY)).first()).isVisible();
      box.press("Enter");
      page.waitForURL(url -> url.contains("q="));
      page.locator("nav.facets").getByRole(AriaRole.LINK, named("创新政策")).click();
      assertThat(page.locator("nav.facets a[aria-current=true]")).containsText("创新政策");
      assertThat(page.locator("main ul.list").getByText(NEWS)).hasCount(0);
      var feed =
          page.waitForResponse(
              it -> it.url().contains("/feeds/releases.atom"),
              () -> page.locator("main").getByRole(AriaRole.LINK, named("订阅这个列表")).click());
      Assertions.assertThat(feed.status()).isEqualTo(200);
      Assertions.assertThat(feed.headerValue("content-type")).startsWith("application/atom+xml");
      Assertions.assertThat(feed.text()).contains("<feed", POLICY).doesNotContain(NEWS);
      page.navigate(http.address() + "/releases?kind=policy&q=" + Http.encoded("越障底盘"));
      page.locator("main ul.list").getByRole(AriaRole.LINK, named(POLICY)).first().click();
      assertThat(page.locator("main h1")).hasText(POLICY);
      assertThat(page.locator("main .prose")).containsText("按售价的百分之二十奖励");
      Assertions.assertThat(feed.text()).contains(page.url());
    }
  }

  @Test
  @Order(3)
  void a_visitor_with_only_a_keyboard_opens_the_release() {
    try (var desk = Chromium.desk()) {
      var page = desk.newPage();
      page.navigate(http.address() + "/releases");
      page.keyboard().press("/");
      page.keyboard().type("支持越障底盘");
      assertThat(page.locator("main .suggestions li").first()).isVisible();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator("main h1")).hasText(POLICY);
    }
  }

  @Test
  @Order(4)
  void an_enterprise_posts_a_need_and_its_park_opens_it() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, buyer);
      page.navigate(http.address() + "/needs/new");
      page.fill("[name=title]", "消防机器人寻可越三百毫米台阶的履带底盘");
      page.selectOption("[name=type]", "technology");
      page.fill("[name=text]", "现有轮履复合机构在厂房门槛和高台阶前打滑，需要能爬楼、越障三百毫米的履带底盘，最好有防爆合格证，用于石化园区灭火。");
      page.fill("[name=amountMin]", "20");
      page.fill("[name=amountMax]", "40");
      page.locator("main form button.primary").click();
      assertThat(page.getByText("可爬楼的双节履带行走底座").first()).isVisible();
    }
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, needOfficer);
      page.navigate(http.address() + "/review/listings");
      row(page, "消防机器人寻可越三百毫米台阶的履带底盘").getByRole(AriaRole.BUTTON, named("通过")).click();
      assertThat(row(page, "消防机器人寻可越三百毫米台阶的履带底盘")).hasCount(0);
      indexed();
      page.navigate(http.address() + "/hall?side=need");
      assertThat(page.getByText("消防机器人寻可越三百毫米台阶的履带底盘").first()).isVisible();
    }
  }

  @Test
  @Order(5)
  void the_enterprise_reads_why_and_expresses_interest() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, buyer);
      page.navigate(http.address() + "/hall?side=need");
      page.getByText("消防机器人寻可越三百毫米台阶的履带底盘").first().click();
      var card =
          page.locator("li.card")
              .filter(new Locator.FilterOptions().setHasText("可爬楼的双节履带行走底座"))
              .first();
      assertThat(card.locator(".callout")).containsText("相近");
      card.locator("summary").first().click();
      assertThat(card.locator(".bars li").first()).isVisible();
      card.getByRole(AriaRole.BUTTON, named("有兴趣")).click();
      assertThat(page.getByText("等待").first()).isVisible();
    }
  }

  @Test
  @Order(6)
  void the_other_side_accepts_and_the_case_opens() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, maker);
      page.navigate(http.address() + "/interests");
      page.locator("ul.list a.title").first().click();
      page.locator("main").getByRole(AriaRole.BUTTON, named("同意对接")).click();
      page.navigate(http.address() + "/cases");
      var link = page.locator("main a[href^='/cases/']").first();
      caseNumber =
          java.net.URLDecoder.decode(
              link.getAttribute("href").substring(7), java.nio.charset.StandardCharsets.UTF_8);
      Assertions.assertThat(caseNumber).matches("对接-\\d{4}-\\d{6}");
    }
  }

  @Test
  @Order(7)
  void both_officers_see_the_case_and_a_stranger_does_not() {
    for (var officer : new World.Someone[] {needOfficer, offerOfficer}) {
      try (var desk = Chromium.desk()) {
        var page = signedIn(desk, officer);
        page.navigate(http.address() + "/cases/" + caseNumber);
        assertThat(page.getByText(caseNumber).first()).isVisible();
        page.locator("main").getByRole(AriaRole.BUTTON, named("受理")).first().click();
        assertThat(page.getByText("已受理").first()).isVisible();
      }
    }
    try (var desk = Chromium.desk()) {
      var page = desk.newPage();
      var answer = page.navigate(http.address() + "/cases/" + caseNumber);
      Assertions.assertThat(answer.status() == 404 || page.url().contains("/sign-in")).isTrue();
    }
  }

  @Test
  @Order(8)
  void without_javascript_a_need_is_posted_all_the_same() {
    try (var desk = Chromium.deskWithoutScript()) {
      var page = signedIn(desk, buyer);
      page.navigate(http.address() + "/needs/new");
      page.selectOption("[name=type]", "technology");
      page.fill("[name=title]", "罐区巡检寻防爆履带行走机构");
      page.press("[name=title]", "Enter");
      assertThat(page.locator("[name=title]")).hasValue("罐区巡检寻防爆履带行走机构");
      page.fill("[name=text]", "石化罐区巡检车需要履带行走机构，能爬楼梯、越障，整机要防爆合格证。");
      page.press("[name=title]", "Enter");
      assertThat(page.locator("main h1")).hasText("罐区巡检寻防爆履带行走机构");
      assertThat(page.locator("li.card").filter(holding("可爬楼的双节履带行走底座")).first()).isVisible();
    }
  }

  private Page signedIn(BrowserContext desk, World.Someone person) {
    var page = desk.newPage();
    Chromium.signIn(page, http.address(), person.username(), World.PASSWORD);
    return page;
  }

  private static Locator row(Page page, String text) {
    return page.locator("main li").filter(new Locator.FilterOptions().setHasText(text)).first();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
