package jianglian.matching.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class InvestorsTest {
  private static final String REHABILITATION = "外骨骼步态训练设备企业";

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;

  private World.Park raising;
  private World.Park giving;
  private World.Firm firm;
  private World.Firm fund;
  private long project;

  @BeforeEach
  void aProject() {
    raising = world.park("合肥");
    giving = world.park("武汉东湖");
    firm = world.firm("合肥步态康复科技有限公司" + raising.id(), raising);
    fund = world.firm("武汉沙洲创业投资有限公司" + giving.id(), giving);
    project =
        bring(
            raising,
            "needs",
            """
            {"title": "%s融资三千万元", "text": "下肢外骨骼步态训练设备已有二类注册证，46家医院在用。",
             "type": "capital", "industries": ["3586"], "organisation": %d, "amountMin": 25000000,
             "amountMax": 30000000, "stages": ["series-a"], "instruments": ["equity"]}
            """
                .formatted(REHABILITATION, firm.id()));
  }

  private long bring(World.Park park, String side, String json) {
    var answer = http.api(park.token()).put("/api/v1/" + side + "/" + System.nanoTime(), json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(engine.await(Duration.ofSeconds(20))).isTrue();
    return answer.json().path("id").asLong();
  }

  private long thesis(String title, String more) {
    return thesis(fund, title, more);
  }

  private long thesis(World.Firm fund, String title, String more) {
    return bring(
        giving,
        "offers",
        """
        {"title": "%s", "text": "投外骨骼、步态训练等康复设备，看重注册证和医院渠道。", "type": "capital",
         "organisation": %d%s}
        """
            .formatted(title, fund.id(), more));
  }

  private List<String> investors(long need) {
    var answer = http.api(raising.token()).get("/api/v1/needs/" + need + "/investors");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .map(it -> it.path("offer").path("title").asString())
        .toList();
  }

  private List<String> projects(long thesis) {
    var answer = http.api(giving.token()).get("/api/v1/offers/" + thesis + "/matches");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .map(it -> it.path("need").path("title").asString())
        .toList();
  }

  @Test
  void what_the_thesis_excludes_or_cannot_pay_is_never_proposed() {
    var fits = thesis("康复设备投资一号", ", \"amountMin\": 20000000, \"amountMax\": 50000000");
    var small = thesis("康复设备投资二号", ", \"amountMax\": 8000000");
    var large = thesis("康复设备投资三号", ", \"amountMin\": 80000000");
    var excluding = thesis("康复设备投资四号", ", \"exclusions\": [\"358\"]");
    var elsewhere = thesis("康复设备投资五号", ", \"regions\": [\"510000\"]");
    var lessor = thesis("康复设备租赁", ", \"instruments\": [\"lease\"]");
    assertThat(investors(project))
        .contains("康复设备投资一号")
        .doesNotContain("康复设备投资二号", "康复设备投资三号", "康复设备投资四号", "康复设备投资五号", "康复设备租赁");
    var title = REHABILITATION + "融资三千万元";
    assertThat(projects(fits)).contains(title);
    for (var it : List.of(small, large, excluding, elsewhere, lessor)) {
      assertThat(projects(it)).doesNotContain(title);
    }
  }

  @Test
  void a_section_is_excluded_with_everything_in_it() {
    thesis("康复设备投资六号", ", \"exclusions\": [\"C\"]");
    assertThat(investors(project)).doesNotContain("康复设备投资六号");
  }

  @Test
  void stage_ticket_and_instrument_are_reasons_on_both_sides() {
    var terms =
        """
        , "amountMin": 20000000, "amountMax": 50000000, "stages": ["series-a", "series-b"],
         "instruments": ["equity"], "industries": ["3586"]\
        """;
    var thesis = thesis("康复设备投资七号", terms);
    for (var path : List.of("needs/" + project + "/investors", "needs/" + project + "/matches")) {
      soon(() -> http.api(raising.token()).get("/api/v1/" + path).body(), "康复设备投资七号");
      assertThat(http.api(raising.token()).get("/api/v1/" + path).body())
          .contains("都是A轮", "融资方式合得上：股权", "单笔额度与融资额相合：2,500 万至 3,000 万元");
    }
    var projects = "/api/v1/offers/" + thesis + "/matches";
    soon(() -> http.api(giving.token()).get(projects).body(), REHABILITATION);
    assertThat(http.api(giving.token()).get(projects).body())
        .contains("都是A轮", "both are at the stage: Series A");
  }

  private static void soon(Supplier<String> page, String words) {
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!page.get().contains(words) && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(page.get()).contains(words);
  }

  @Test
  void the_thesis_of_the_right_stage_comes_before_the_same_one_of_another() {
    var late = thesis("步态训练设备投资", ", \"stages\": [\"pre-ipo\"]");
    // Of another firm and not quite the same: equal texts take one place of a list.
    var other = world.firm("武汉江汀创业投资有限公司" + giving.id(), giving);
    var right = thesis(other, "步态训练设备投资。", ", \"stages\": [\"series-a\"]");
    // Until the newest has its vectors as well, the older one knows more that speaks for it.
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (order(late) < order(right) && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(order(right)).isLessThan(order(late));
  }

  /// The place of a thesis in the project's list.
  private int order(long thesis) {
    var items =
        http.api(raising.token())
            .get("/api/v1/needs/" + project + "/investors")
            .json()
            .path("items");
    var ids =
        StreamSupport.stream(items.spliterator(), false)
            .map(it -> it.path("offer").path("id").asLong())
            .toList();
    assertThat(ids).contains(thesis);
    return ids.indexOf(thesis);
  }

  @Test
  void a_need_of_another_kind_finds_investors_of_its_field_without_talk_of_tickets() {
    thesis("康复设备投资十号", ", \"amountMin\": 20000000, \"amountMax\": 50000000");
    var need =
        bring(
            raising,
            "needs",
            """
            {"title": "步态训练设备寻外骨骼髋关节模组", "text": "外骨骼步态训练设备要轻的髋关节模组。", "type": "technology",
             "organisation": %d, "amountMax": 300000}
            """
                .formatted(firm.id()));
    assertThat(investors(need)).contains("康复设备投资十号");
    assertThat(http.api(raising.token()).get("/api/v1/needs/" + need + "/investors").body())
        .doesNotContain("\"ticket\"");
  }

  @Test
  void an_investor_sees_the_projects_of_its_theses_with_reasons() {
    var someone = world.person("韩述", Role.ORGANISATION_MEMBER, Scope.organisation(fund.id()));
    var investor = http.browser().signIn(someone.username(), World.PASSWORD);
    assertThat(investor.get("/theses").body()).contains("还没有投资意向", "/theses/new");
    var thesis = thesis("康复设备投资十一号", ", \"stages\": [\"series-a\"], \"industries\": [\"3586\"]");
    assertThat(investor.get("/theses").body())
        .contains("康复设备投资十一号", REHABILITATION, "融资阶段", "/offers/" + thesis);
    var stranger = world.person("路人", Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    assertThat(http.browser().signIn(stranger.username(), World.PASSWORD).get("/theses").body())
        .doesNotContain("康复设备投资十一号");
    assertThat(http.browser().get("/theses").header("Location")).contains("/sign-in");
  }

  @Test
  void an_investor_that_is_turned_down_by_the_project_is_not_proposed_again() {
    var thesis = thesis("康复设备投资十二号", ", \"stages\": [\"series-a\"]");
    assertThat(investors(project)).contains("康复设备投资十二号");
    var someone = world.person("沈岚", Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    http.browser()
        .signIn(someone.username(), World.PASSWORD)
        .submit(
            "/needs/" + project,
            "/matches/" + project + "/" + thesis + "/feedback",
            Map.of("side", "need", "kind", "not-suitable", "reason", "too-early"));
    assertThat(investors(project)).doesNotContain("康复设备投资十二号");
  }
}
