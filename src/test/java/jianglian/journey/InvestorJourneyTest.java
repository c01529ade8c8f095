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
import org.springframework.jdbc.core.simple.JdbcClient;

/// An investor states its thesis and sees projects with reasons, its park opens it, the firm sees
/// the investor with reasons and asks.
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InvestorJourneyTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String PROJECT = "水下清淤机器人企业A轮融资两千万元";
  private static final String THESIS = "投水下作业机器人，单笔500万至3000万元";

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine search;
  @Autowired JdbcClient db;

  private World.Someone investor;
  private World.Someone founder;
  private World.Someone officer;

  @BeforeAll
  void people() {
    var giving = world.park("宜昌");
    var raising = world.park("岳阳");
    var fund = world.firm("宜昌峡口创业投资（示例）有限公司", giving);
    db.sql("update organisation set kind = 'investor', industries = '{6731}' where id = :id")
        .param("id", fund.id())
        .update();
    var firm = world.firm("岳阳潜淤机器人（示例）有限公司", raising);
    investor = world.person("向南", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(fund.id()));
    founder = world.person("易澄", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(firm.id()));
    officer = world.person("屈原野", Role.LIAISON, Scope.park(giving.id()));
    var project =
        http.api(raising.token())
            .put(
                "/api/v1/needs/journey-raising",
                """
                {"title": "%s", "type": "capital", "industries": ["3492"], "organisation": "%s",
                 "text": "水下清淤与坝面检测机器人，最大作业深度二百米，去年收入一千六百万元，资金用于批量生产。",
                 "amountMin": 15000000, "amountMax": 20000000, "stages": ["series-a"], "instruments": ["equity"]}
                """
                    .formatted(PROJECT, firm.name()));
    Assertions.assertThat(project.status()).as(project.body()).isEqualTo(201);
    indexed();
  }

  private void indexed() {
    Assertions.assertThat(search.await(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  @Order(1)
  void an_investor_writes_its_thesis_and_sees_projects_at_once() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, investor);
      page.navigate(http.address() + "/workspace");
      page.locator("main a[href='/theses']").click();
      assertThat(page.getByText("还没有投资意向").first()).isVisible();
      page.locator("main").getByRole(AriaRole.LINK, named("写投资意向")).click();
      page.fill("[name=title]", THESIS);
      page.fill("[name=industries]", "特殊作业机器人制造");
      page.check("[name=stages][value=series-a]");
      page.check("[name=stages][value=series-b]");
      page.fill("[name=amountMin]", "500");
      page.fill("[name=amountMax]", "3000");
      page.check("[name=instruments][value=equity]");
      page.fill("[name=exclusions]", "房地产业");
      page.fill("[name=text]", "投水下检测、清淤、打捞机器人，看重实际作业里程和水利客户，可以介绍库区业主。");
      page.locator("main form button.primary").click();
      assertThat(page.locator("main h1")).hasText(THESIS);
      assertThat(page.locator("dl.facts").first()).containsText("A轮、B轮");
      assertThat(page.locator("dl.facts").first()).containsText("房地产业");
      assertThat(card(page, PROJECT)).isVisible();
    }
  }

  @Test
  @Order(2)
  void its_draft_is_kept_while_it_is_written() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, investor);
      page.navigate(http.address() + "/theses/new");
      page.fill("[name=title]", "第二份意向写到一半");
      page.check("[name=stages][value=seed]");
      page.locator("button[name=keep]").click();
      assertThat(page.locator("#kept")).containsText("草稿已保存");
      page.navigate(http.address() + "/theses/new");
      assertThat(page.locator("[name=title]")).hasValue("第二份意向写到一半");
      assertThat(page.locator("[name=stages][value=seed]")).isChecked();
    }
  }

  @Test
  @Order(3)
  void its_park_opens_the_thesis() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, officer);
      page.navigate(http.address() + "/review/listings");
      var row = page.locator("main li").filter(holding(THESIS)).first();
      row.getByRole(AriaRole.BUTTON, named("通过")).click();
      assertThat(page.locator("main li").filter(holding(THESIS))).hasCount(0);
      indexed();
    }
  }

  @Test
  @Order(4)
  void the_investor_sees_its_projects_with_reasons() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, investor);
      page.navigate(http.address() + "/theses");
      assertThat(page.locator("main section").first()).containsText("500 万至 3,000 万元 · A轮、B轮 · 股权");
      var card = card(page, PROJECT);
      assertThat(card.locator(".callout")).containsText("。");
      card.locator("summary").first().click();
      assertThat(card.locator(".bars")).containsText("融资阶段");
      assertThat(card.locator(".bars")).containsText("融资额");
    }
  }

  @Test
  @Order(5)
  void the_firm_sees_the_investor_with_reasons_and_asks() {
    try (var desk = Chromium.desk()) {
      var page = signedIn(desk, founder);
      page.navigate(http.address() + "/hall?side=need&type=capital");
      page.locator("main").getByRole(AriaRole.LINK, named(PROJECT)).first().click();
      page.locator("main").getByRole(AriaRole.LINK, named("哪些投资机构合适")).click();
      var card = card(page, THESIS);
      card.locator("summary").first().click();
      assertThat(card.locator(".bars")).containsText("融资阶段");
      page.goBack();
      var asked = card(page, THESIS);
      asked.getByRole(AriaRole.BUTTON, named("有兴趣")).click();
      assertThat(page.getByText("等待").first()).isVisible();
    }
  }

  private static Locator card(Page page, String title) {
    return page.locator("li.card").filter(holding(title)).first();
  }

  private Page signedIn(BrowserContext desk, World.Someone person) {
    var page = desk.newPage();
    Chromium.signIn(page, http.address(), person.username(), World.PASSWORD);
    return page;
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
