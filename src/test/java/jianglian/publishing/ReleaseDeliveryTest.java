package jianglian.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ReleaseDeliveryTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private static final String POLICY =
      """
      {"kind": "policy", "title": "关于支持智能机器人首台（套）应用的若干措施", "documentNumber": "武新管规[2026] 12号",
       "body": "一、支持对象\\n在东湖高新区登记注册的整机企业。", "industries": ["3491"], "validUntil": "2099-12-31",
       "clauses": [{"title": "首台（套）应用奖励", "conditions": ["单台售价不低于50万元"], "support": "最高300万元",
                    "amountMax": 3000000, "delivery": "apply"}]}
      """;

  @Test
  void a_policy_waits_for_the_alliance_and_is_then_published() {
    var park = world.park("东湖");
    var answer = http.api(park.token()).put("/api/v1/releases/p-1", POLICY);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("state").asString()).isEqualTo("in-review");
    var id = answer.json().path("id").asLong();
    assertThat(http.browser().get("/releases/" + id).status()).isEqualTo(404);

    var secretary = world.person("周敏", Role.SECRETARIAT, Scope.ALLIANCE);
    var browser = http.browser().signIn(secretary.username(), World.PASSWORD);
    assertThat(browser.get("/review/releases").body()).contains("首台（套）应用的若干措施");
    var published =
        browser.submit("/review/releases", "/review/releases/" + id + "/publication", Map.of());
    assertThat(published.status()).isEqualTo(302);
    assertThat(http.browser().get("/releases/" + id).body()).contains("登记注册的整机企业");
    assertThat(http.browser().get("/releases").status()).isEqualTo(200);
  }

  @Test
  void the_same_delivery_twice_changes_nothing() {
    var park = world.park("东湖");
    var first = http.api(park.token()).put("/api/v1/releases/p-1", POLICY);
    var again = http.api(park.token()).put("/api/v1/releases/p-1", POLICY);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("changed").asBoolean()).isFalse();
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
  }
}
