package jianglian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class WorkspaceTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  @Test
  void a_visitor_is_sent_to_sign_in_and_back() {
    var answer = http.browser().get("/workspace");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/sign-in?to=%2Fworkspace");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void every_role_has_a_workspace(Role role) {
    var park = world.park("株洲");
    var scope =
        switch (role) {
          case SECRETARIAT_ADMINISTRATOR, SECRETARIAT, AUDITOR, COUNCIL_MEMBER -> Scope.ALLIANCE;
          case PARK_ADMINISTRATOR, LIAISON -> Scope.park(park.id());
          case ORGANISATION_ADMINISTRATOR, ORGANISATION_MEMBER ->
              Scope.organisation(world.firm("湘轨传动（示例）有限公司", park).id());
        };
    var page = workspace(role, scope);
    assertThat(page.select("h1").text()).isNotEmpty();
    assertThat(page.select("main").text()).contains("身份");
  }

  @Test
  void a_firm_sees_its_own_needs_with_their_state_and_nobody_elses() {
    var park = world.park("南昌");
    var firm = world.firm("赣鄱精密模具（示例）有限公司", park);
    var other = world.firm("青云谱热处理（示例）有限公司", park);
    var own = listing(park.id(), firm.id(), "寻找薄壁压铸模温在线监测方案");
    var foreign = listing(park.id(), other.id(), "寻找真空炉废热利用");
    var page = workspace(Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    assertThat(page.select("a[href=/needs/" + own + "]").text()).contains("薄壁压铸");
    assertThat(page.select(".state[data-state=park-check]").text()).isEqualTo("园区初审");
    assertThat(page.select("a[href=/needs/" + foreign + "]")).isEmpty();
  }

  @Test
  void a_park_counts_what_it_has_to_check() {
    var park = world.park("鹰潭");
    listing(park.id(), world.firm("信江铜线（示例）有限公司", park).id(), "寻找铜线拉丝模具涂层");
    var page = workspace(Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    assertThat(page.select(".figures a[href=/review/listings] b").text()).isEqualTo("1");
    assertThat(page.select(".figures a[href$=/organisations] b").text()).isEqualTo("1");
  }

  private Document workspace(Role role, Scope scope) {
    var someone = world.person("涂若溪", role, scope);
    var answer = http.browser().signIn(someone.username(), World.PASSWORD).get("/workspace");
    assertThat(answer.status()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private long listing(long park, long organisation, String title) {
    return db.sql(
            """
            insert into listing (side, park_id, organisation_id, title, text, type, state, digest, created_at, updated_at, expires_on)
            values ('need', :park, :organisation, :title, :title, 'technology', 'park-check', 'x', now(), now(), current_date + 90)
            returning id
            """)
        .param("park", park)
        .param("organisation", organisation)
        .param("title", title)
        .query(Long.class)
        .single();
  }
}
