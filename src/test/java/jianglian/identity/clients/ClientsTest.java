package jianglian.identity.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ClientsTest {
  private static final String PAGE = "/park-interface/clients";
  private static final Pattern TOKEN = Pattern.compile("jl_[\\w-]{43}");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired LastUses uses;

  @Test
  void a_token_is_shown_once_used_and_revoked() {
    var park = world.park("东湖");
    var administrator = world.person("顾启川", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    var browser = http.browser().signIn(administrator.username(), World.PASSWORD);
    var issued =
        browser.submit(PAGE, PAGE, Map.of("park", Long.toString(park.id()), "name", "门户<script>"));
    var matcher = TOKEN.matcher(issued.body());
    assertThat(matcher.find()).isTrue();
    assertThat(issued.header("Cache-Control")).contains("no-store");
    var token = matcher.group();
    assertThat(browser.get(PAGE).body())
        .doesNotContain(token, "门户<script>")
        .contains("门户&lt;script");
    assertThat(
            db.sql("select count(*) from api_client where token_hash = ?")
                .param(token)
                .query(Long.class)
                .single())
        .isZero();

    assertThat(http.api(token).get("/api/v1/releases").status()).isEqualTo(200);
    var client =
        db.sql("select id from api_client where park_id = ? and name like '门户%'")
            .param(park.id())
            .query(Long.class)
            .single();
    assertThat(lastUse(client)).isNull();
    uses.write();
    assertThat(lastUse(client)).isNotNull();

    browser.submit(PAGE, PAGE + "/" + client + "/revocation", Map.of());
    assertThat(http.api(token).get("/api/v1/releases").status()).isEqualTo(401);
  }

  @Test
  void a_park_administrator_touches_no_other_parks_tokens() {
    var own = world.park("东湖");
    var other = world.park("两江");
    var administrator = world.person("顾启川", Role.PARK_ADMINISTRATOR, Scope.park(own.id()));
    var browser = http.browser().signIn(administrator.username(), World.PASSWORD);
    var client =
        db.sql("select id from api_client where park_id = ?")
            .param(other.id())
            .query(Long.class)
            .single();
    assertThat(browser.submit(PAGE, PAGE + "/" + client + "/revocation", Map.of()).status())
        .isEqualTo(404);
    assertThat(
            browser
                .submit(PAGE, PAGE, Map.of("park", Long.toString(other.id()), "name", "x"))
                .status())
        .isEqualTo(404);
    assertThat(
            browser
                .submit(PAGE, PAGE, Map.of("park", Long.toString(own.id()), "name", " "))
                .status())
        .isEqualTo(422);
    var officer = world.person("陈立", Role.LIAISON, Scope.park(own.id()));
    assertThat(http.browser().signIn(officer.username(), World.PASSWORD).get(PAGE).status())
        .isEqualTo(403);
  }

  private Object lastUse(long client) {
    return db.sql("select last_used_at from api_client where id = ?")
        .param(client)
        .query()
        .singleRow()
        .get("last_used_at");
  }
}
