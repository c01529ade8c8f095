package jianglian.matching.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ModuleTest
class MatchesTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;
  @Autowired JdbcClient db;

  private World.Park seeking;
  private World.Park giving;
  private World.Firm robots;
  private World.Firm tracks;

  @BeforeEach
  void twoParks() {
    seeking = world.park("上海张江");
    giving = world.park("武汉东湖");
    robots = world.firm("上海赤燧消防装备有限公司" + seeking.id(), seeking);
    tracks = world.firm("武汉履带机械有限公司" + giving.id(), giving);
  }

  private long offer(World.Park park, World.Firm firm, String title, String text) {
    return listing("offers", park, firm, title, text, "");
  }

  private long need(String title, String text) {
    return listing(
        "needs", seeking, robots, title, text, ", \"amountMin\": 300000, \"amountMax\": 1200000");
  }

  private long listing(
      String side, World.Park park, World.Firm firm, String title, String text, String more) {
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/" + side + "/" + System.nanoTime(),
                """
                {"title": "%s", "text": "%s", "type": "technology", "industries": ["3492"], "organisation": %d%s}
                """
                    .formatted(title, text, firm.id(), more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  private JsonNode matches(World.Park park, String side, long id) {
    var answer = http.api(park.token()).get("/api/v1/" + side + "/" + id + "/matches");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("items");
  }

  private static List<Long> ids(JsonNode items, String side) {
    return items.values().stream().map(it -> it.path(side).path("id").asLong()).toList();
  }

  private static void within(Duration patience, BooleanSupplier condition) {
    var end = Instant.now().plus(patience);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private long rows(String side, long need, long offer) {
    return db.sql(
            "select count(*) from match where for_side = :side and need_id = :need and offer_id = :offer")
        .param("side", side)
        .param("need", need)
        .param("offer", offer)
        .query(Long.class)
        .single();
  }

  @Test
  void a_need_finds_its_offer_at_once_with_reasons_made_of_both_texts() {
    var chassis = offer(giving, tracks, "防爆履带底盘：爬35度楼梯，载重400公斤", "双节履带加前摆臂，垂直障碍320毫米，已用于消防机器人。");
    var other = offer(giving, tracks, "财税代理记账服务", "为小微企业提供代理记账、纳税申报。");
    engine.await(Duration.ofSeconds(5));
    var need = need("消防机器人寻可越台阶的履带底盘", "通过300毫米高的台阶，上装350公斤。");
    var items = matches(seeking, "needs", need);
    assertThat(ids(items, "offer")).contains(chassis);
    var found =
        items.values().stream()
            .filter(it -> it.path("offer").path("id").asLong() == chassis)
            .findFirst()
            .orElseThrow();
    assertThat(found.path("score").asDouble()).isBetween(0.0, 1.0);
    assertThat(found.path("offer").path("park").path("code").asString()).isEqualTo(giving.code());
    assertThat(found.path("sentence").asString()).endsWith("。").contains("同属特殊作业机器人制造");
    assertThat(found.path("reasons").values())
        .allSatisfy(it -> {
          assertThat(it.path("text").asString()).isNotBlank();
          assertThat(it.path("weight").asDouble()).isBetween(0.0, 1.0);
        });
    var ids = ids(items, "offer");
    assertThat(ids.indexOf(chassis))
        .isLessThan(ids.contains(other) ? ids.indexOf(other) : Integer.MAX_VALUE);
  }

  @Test
  void both_sides_have_each_other_within_two_seconds() {
    var chassis = offer(giving, tracks, "轮履复合越障底盘批量供货", "越障高度320毫米，防护等级IP67。");
    engine.await(Duration.ofSeconds(5));
    var need = need("巡检机器人采购轮履复合底盘", "需越障300毫米，防护等级IP67。");
    within(Duration.ofSeconds(2), () -> rows("need", need, chassis) == 1);
    within(Duration.ofSeconds(2), () -> rows("offer", need, chassis) == 1);
    assertThat(ids(matches(giving, "offers", chassis), "need")).contains(need);
  }

  @Test
  void two_that_are_posted_together_find_each_other() {
    var chassis = offer(giving, tracks, "四摆臂行走机构单卖", "可翻越400毫米高的垂直坎，涉水500毫米。");
    var need = need("矿山侦察车求购四摆臂行走机构", "需翻越400毫米垂直坎。");
    within(Duration.ofSeconds(3), () -> rows("need", need, chassis) == 1);
    within(Duration.ofSeconds(3), () -> rows("offer", need, chassis) == 1);
  }

  @Test
  void why_one_is_in_the_list_or_not_is_told() {
    var chassis = offer(giving, tracks, "防爆履带底盘三型：爬35度楼梯，载重400公斤", "双节履带加前摆臂，垂直障碍320毫米，已用于消防机器人。");
    var own = offer(seeking, robots, "消防机器人履带底盘自用三型", "自用的履带底盘。");
    var far = listing("offers", giving, tracks, "三型稻田蟹苗繁育", "稻渔综合种养用的蟹苗。", "");
    engine.await(Duration.ofSeconds(5));
    var need = need("三型消防机器人寻可越台阶的履带底盘", "通过300毫米高的台阶，上装350公斤。");
    var good = whyNot(need, chassis);
    assertThat(good.path("goodEnough").asBoolean()).isTrue();
    assertThat(good.path("place").asInt()).isPositive();
    var itsOwn = whyNot(need, own);
    assertThat(itsOwn.path("broken").values())
        .extracting(JsonNode::asString)
        .containsExactly("not-its-own");
    assertThat(itsOwn.path("told").get(0).asString()).isEqualTo("是同一单位自己的");
    assertThat(itsOwn.path("score").isMissingNode()).isTrue();
    var weak = whyNot(need, far);
    assertThat(weak.path("broken").isEmpty()).isTrue();
    assertThat(weak.path("score").asDouble()).isLessThan(good.path("score").asDouble());
    if (!weak.path("goodEnough").asBoolean()) {
      assertThat(weak.path("lacking").values()).extracting(JsonNode::asString).contains("words");
    }
    assertThat(http.api(seeking.token()).get("/api/v1/needs/" + need + "/matches/" + need).status())
        .isEqualTo(404);
    var member =
        world.person("沈叙安", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(robots.id()));
    var page =
        http.browser()
            .signIn(member.username(), World.PASSWORD)
            .get("/needs/" + need + "/why-not?other=http://x/offers/" + own);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("是同一单位自己的").contains("消防机器人履带底盘自用三型");
  }

  private JsonNode whyNot(long need, long offer) {
    var answer = http.api(seeking.token()).get("/api/v1/needs/" + need + "/matches/" + offer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void a_firm_never_matches_itself() {
    var own = offer(seeking, robots, "高压细水雾喷头", "适用于消防机器人的高压细水雾喷头。");
    engine.await(Duration.ofSeconds(5));
    var need = need("消防机器人寻高压细水雾喷头", "适用于消防机器人的高压细水雾喷头。");
    assertThat(ids(matches(seeking, "needs", need), "offer")).doesNotContain(own);
  }

  @Test
  void a_withdrawn_offer_leaves_every_list() {
    var api = http.api(giving.token());
    var key = "W-" + System.nanoTime();
    var body =
        """
        {"title": "谐波减速器小批量试制", "text": "速比50到160，小批量试制。", "type": "technology", "organisation": %d}
        """
            .formatted(tracks.id());
    var gear = api.put("/api/v1/offers/" + key, body).json().path("id").asLong();
    engine.await(Duration.ofSeconds(5));
    var need = need("协作臂寻谐波减速器", "速比100，小批量试制。");
    within(Duration.ofSeconds(2), () -> rows("need", need, gear) == 1);
    api.delete("/api/v1/offers/" + key);
    assertThat(ids(matches(seeking, "needs", need), "offer")).doesNotContain(gear);
    within(Duration.ofSeconds(3), () -> rows("need", need, gear) == 0);
  }

  @Test
  void its_own_people_see_the_cards_and_strangers_do_not() {
    offer(giving, tracks, "石化巡检机器人防爆底盘", "防爆标志Ex db IIB T4 Gb。");
    engine.await(Duration.ofSeconds(5));
    var need = need("石化巡检机器人寻防爆底盘", "需防爆认证。");
    var member =
        world.person("沈叙安", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(robots.id()));
    var page = http.browser().signIn(member.username(), World.PASSWORD).get("/needs/" + need);
    assertThat(page.body()).contains("谁合适，为什么", "石化巡检机器人防爆底盘", "<meter");
    assertThat(http.browser().get("/needs/" + need).body()).doesNotContain("谁合适，为什么");
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(http.api().get("/api/v1/needs/999999999/matches").status()).isEqualTo(404);
    var offer = offer(giving, tracks, "激光雷达标定服务", "现场标定。");
    assertThat(http.api().get("/api/v1/needs/" + offer + "/matches").status()).isEqualTo(404);
    assertThat(http.api().get("/api/v1/needs/abc/matches").status()).isEqualTo(404);
  }
}
