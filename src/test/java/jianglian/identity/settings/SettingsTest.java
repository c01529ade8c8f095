package jianglian.identity.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.web.Settings;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SettingsTest {
  private static final String KEY = "case.next-act-days";

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired Settings settings;

  private Http.Browser first;
  private Http.Browser colleague;
  private Http.Browser second;
  private Http.Browser outsider;

  @BeforeEach
  void two_founding_parks() {
    db.sql("delete from setting_proposal where key = ?").param(KEY).update();
    var donghu = founder("东湖");
    var zhangjiang = founder("张江");
    first = administrator(donghu);
    colleague = administrator(donghu);
    second = administrator(zhangjiang);
    outsider = administrator(world.park("仙桃"));
  }

  @Test
  void a_change_is_proposed_by_one_founding_park_and_confirmed_by_another() {
    var before = value();
    var wished = before.equals("8") ? "7" : "8";
    assertThat(propose(first, wished).status()).isEqualTo(302);
    assertThat(value()).isEqualTo(before);
    assertThat(propose(second, "6").status()).isEqualTo(409);
    assertThat(decide(first, "confirmation")).isEqualTo(409);
    assertThat(decide(colleague, "confirmation")).isEqualTo(409);
    assertThat(decide(outsider, "confirmation")).isEqualTo(403);
    assertThat(decide(second, "confirmation")).isEqualTo(302);
    assertThat(value()).isEqualTo(wished);
  }

  @Test
  void whoever_proposed_may_take_it_back() {
    propose(first, "8");
    assertThat(first.get("/settings").body()).contains("撤回");
    assertThat(decide(first, "refusal")).isEqualTo(302);
    assertThat(propose(first, "7").status()).isEqualTo(302);
  }

  @Test
  void what_cannot_be_a_value_is_refused() {
    assertThat(propose(first, "<script>").status()).isEqualTo(422);
    assertThat(propose(first, "1000000").body()).contains("之间的整数");
    assertThat(
            first
                .submit(
                    "/settings",
                    "/settings/proposals",
                    Map.of("key", KEY, "value", "8", "reason", " "))
                .status())
        .isEqualTo(422);
    assertThat(
            first
                .submit(
                    "/settings",
                    "/settings/proposals",
                    Map.of("key", "no.such", "value", "8", "reason", "x"))
                .status())
        .isEqualTo(404);
    assertThat(propose(outsider, "8").status()).isEqualTo(403);
    assertThat(http.browser().get("/settings").status()).isEqualTo(302);
  }

  private World.Park founder(String name) {
    var park = world.park(name);
    db.sql("update park set founder = true where id = ?").param(park.id()).update();
    return park;
  }

  private Http.Browser administrator(World.Park park) {
    var person = world.person("顾启川", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    return http.browser().signIn(person.username(), World.PASSWORD);
  }

  private static Http.Answer propose(Http.Browser browser, String value) {
    return browser.submit(
        "/settings", "/settings/proposals", Map.of("key", KEY, "value", value, "reason", "缩短等待"));
  }

  private int decide(Http.Browser browser, String what) {
    var id =
        db.sql("select id from setting_proposal where key = ? and decided_at is null")
            .param(KEY)
            .query(Long.class)
            .single();
    return browser.submit("/settings", "/settings/proposals/" + id + "/" + what, Map.of()).status();
  }

  private String value() {
    return settings.of(settings.byKey(KEY).orElseThrow()).toString();
  }
}
