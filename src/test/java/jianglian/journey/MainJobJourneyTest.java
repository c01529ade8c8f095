package jianglian.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import jianglian.audit.Role;
import jianglian.audit.Scope;
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

/// The main job end to end in a real browser, one journey for each role, in the order of the story:
/// a park sends, the secretariat releases, a visitor finds, an enterprise asks, the other side
/// accepts, both officers see the case.
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MainJobJourneyTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine search;

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
    Assertions.assertThat(search.await(SOON)).isTrue();
  }

  @Test
  @Order(2)
  void the_secretariat_releases_what_waits() {
    var sent =
        http.api(needing.token())
            .put(
                "/api/v1/releases/journey-policy",
                """
                {"kind": "policy", "title": "支持越障底盘首台套应用的若干措施（旅程）",
                 "body": "第一条 对首次进入化工园区的越障底盘，按售价的百分之二十奖励。"}
                """);
    Assertions.assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, secretary);
      page.navigate(http.address() + "/review/releases");
      row(page, "支持越障底盘首台套应用的若干措施（旅程）").getByRole(AriaRole.BUTTON, named("发布")).first().click();
      page.navigate(http.address() + "/releases");
      assertThat(page.getByText("支持越障底盘首台套应用的若干措施（旅程）").first()).isVisible();
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
}
