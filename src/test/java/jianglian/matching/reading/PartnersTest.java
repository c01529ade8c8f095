package jianglian.matching.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.chains.ChainEdge;
import jianglian.chains.Chains;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Firms of a chain that no other test has: candles.
@ModuleTest
class PartnersTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired Chains chains;
  @Autowired SearchEngine engine;
  @Autowired SearchChanges search;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private World.Park park;
  private World.Firm candles;
  private World.Firm wax;
  private World.Firm weddings;
  private World.Firm rival;

  @BeforeEach
  void firms() {
    park = world.park("芜湖");
    var other = world.park("南昌");
    candles = firm("芜湖烛影香薰蜡烛有限公司", "2683", "做香薰蜡烛和婚庆蜡烛，原料是全精炼石蜡。", park);
    rival = firm("南昌烛光蜡烛有限公司", "2683", "做香薰蜡烛和婚庆蜡烛。", other);
    wax = firm("南昌石蜡精炼有限公司", "2519", "生产全精炼石蜡，供香薰蜡烛厂。", other);
    weddings = firm("南昌花影婚庆服务有限公司", "8070", "承办婚礼，常年采购婚庆蜡烛和香薰蜡烛。", other);
    assertThat(engine.await(Duration.ofSeconds(20))).isTrue();
  }

  private World.Firm firm(String name, String industry, String introduction, World.Park of) {
    var firm = world.firm(name + of.id(), of);
    transaction.executeWithoutResult(_ -> {
      db.sql(
              "update organisation set industries = array[:industry], introduction = :text where id = :id")
          .param("industry", industry)
          .param("text", introduction)
          .param("id", firm.id())
          .update();
      search.changed("organisation", firm.id());
    });
    return firm;
  }

  private List<String> found(String way) {
    var answer = http.api(park.token()).get("/api/v1/organisations/" + candles.id() + "/" + way);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .map(it -> it.path("organisation").path("name").asString())
        .toList();
  }

  @Test
  void suppliers_are_of_industries_that_supply_its_own_by_the_table() {
    assertThat(found("suppliers"))
        .contains(wax.name())
        .doesNotContain(rival.name(), candles.name(), weddings.name());
    var first =
        http.api(park.token())
            .get("/api/v1/organisations/" + candles.id() + "/suppliers?size=1")
            .json()
            .path("items");
    assertThat(first).hasSize(1);
    assertThat(first.path(0).path("organisation").path("name").asString()).startsWith("南昌石蜡精炼有限公司");
    assertThat(first.toString())
        .contains("石油、炼焦产品和核燃料加工品行业是化学产品行业的主要供应来源")
        .contains("is a main source of supply of Manufacture of chemical products");
  }

  @Test
  void customers_are_of_industries_that_take_from_its_own() {
    assertThat(found("customers")).doesNotContain(wax.name(), rival.name());
    chains.replace(
        "蜡烛链",
        "自编",
        List.of(
            new ChainEdge("石蜡", List.of("2519"), "蜡烛", List.of("2683")),
            new ChainEdge("蜡烛", List.of("2683"), "婚庆", List.of("8070"))),
        new Actor.Job("test"));
    assertThat(found("customers")).contains(weddings.name());
    assertThat(found("customers").getFirst()).startsWith("南昌花影婚庆服务有限公司");
    var reasons =
        http.api(park.token())
            .get("/api/v1/organisations/" + candles.id() + "/customers?size=1")
            .body();
    assertThat(reasons).contains("婚姻服务在产业链的下游（隔 1 步）");
  }

  @Test
  void its_own_people_see_them_and_nobody_else_does() {
    var member =
        http.browser()
            .signIn(
                world
                    .person("程雨", Role.ORGANISATION_MEMBER, Scope.organisation(candles.id()))
                    .username(),
                World.PASSWORD);
    var page = "/organisations/" + candles.id();
    assertThat(member.get(page).body()).contains("上下游伙伴", page + "/suppliers");
    assertThat(member.get(page + "/suppliers").body())
        .contains("可能的供应商", wax.name(), "全精炼石蜡")
        .doesNotContain(rival.name());
    assertThat(member.get("/organisations/" + wax.id() + "/suppliers").status()).isEqualTo(404);
    assertThat(member.get("/organisations/" + wax.id()).body()).doesNotContain("上下游伙伴");
    assertThat(http.browser().get(page + "/customers").status()).isEqualTo(404);
    assertThat(http.api().get("/api/v1" + page + "/customers").status()).isEqualTo(404);
    assertThat(http.api(wax.park().token()).get("/api/v1" + page + "/customers").status())
        .isEqualTo(404);
  }

  @Test
  void a_firm_without_an_industry_is_asked_for_it() {
    db.sql("update organisation set industries = '{}' where id = :id")
        .param("id", candles.id())
        .update();
    var officer =
        http.browser()
            .signIn(
                world.person("陈立", Role.LIAISON, Scope.park(park.id())).username(), World.PASSWORD);
    assertThat(officer.get("/organisations/" + candles.id() + "/suppliers").body())
        .contains("还没有填所属行业");
    assertThat(found("suppliers")).isEmpty();
  }
}
