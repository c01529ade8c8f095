package jianglian.liaison.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.liaison.Officers;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class OfficersTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired Officers officers;
  @Autowired Clock clock;

  private World.Park park;
  private World.Someone chen;
  private World.Someone he;
  private Http.Browser administrator;

  @BeforeEach
  void a_park_with_two_officers() {
    park = world.park("东湖");
    chen = world.person("陈立", Role.LIAISON, Scope.park(park.id()));
    he = world.person("何苗", Role.LIAISON, Scope.park(park.id()));
    var boss = world.person("秦岭", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    administrator = http.browser().signIn(boss.username(), World.PASSWORD);
  }

  private long officer() {
    return officers.of(park.id(), clock.instant()).orElseThrow().officer().id();
  }

  private Http.Answer away(Http.Browser browser, long officer, String first, String last) {
    return browser.submit(
        "/officers",
        "/officers/" + officer + "/absences",
        Map.of("firstDay", first, "lastDay", last));
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }

  @Test
  void the_substitute_stands_in_while_an_officer_is_away_and_no_longer() {
    assertThat(officer()).isEqualTo(chen.id());
    var browser = http.browser().signIn(chen.username(), World.PASSWORD);

    assertThat(away(browser, chen.id(), today(), today()).status()).isEqualTo(302);
    assertThat(officer()).isEqualTo(he.id());
    assertThat(browser.get("/officers").body()).contains("外出");

    var withdrawal =
        browser
            .get("/officers")
            .body()
            .replaceAll("(?s).*(/officers/\\d+/absences/\\d+/withdrawal).*", "$1");
    assertThat(browser.submit("/officers", withdrawal, Map.of()).status()).isEqualTo(302);
    assertThat(officer()).isEqualTo(chen.id());
  }

  @Test
  void an_administrator_names_the_substitute() {
    var zhou = world.person("周启明", Role.LIAISON, Scope.park(park.id()));
    var answer =
        administrator.submit(
            "/officers",
            "/officers/" + chen.id() + "/substitute",
            Map.of("park", "" + park.id(), "substitute", "" + zhou.id()));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(officers.of(park.id(), clock.instant()).orElseThrow().substitute().id())
        .isEqualTo(zhou.id());
  }

  @Test
  void a_substitute_must_be_another_officer_of_the_same_park() {
    var elsewhere = world.park("张江");
    var stranger = world.person("王岚", Role.LIAISON, Scope.park(elsewhere.id()));
    for (var wrong : new long[] {stranger.id(), chen.id()}) {
      var answer =
          administrator.submit(
              "/officers",
              "/officers/" + chen.id() + "/substitute",
              Map.of("park", "" + park.id(), "substitute", "" + wrong));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("另一位联络员");
    }
  }

  @Test
  void an_absence_needs_two_dates_in_order_and_not_in_the_past() {
    for (var wrong :
        new String[][] {
          {"", ""},
          {"明天", today()},
          {today(), "2020-01-01"},
          {"2020-01-01", "2020-02-01"},
          {today(), LocalDate.now(clock).plusYears(3).toString()}
        }) {
      assertThat(away(administrator, chen.id(), wrong[0], wrong[1]).status()).isEqualTo(422);
    }
    assertThat(officer()).isEqualTo(chen.id());
  }

  @Test
  void nobody_else_notes_an_absence() {
    var elsewhere = world.park("张江");
    var stranger = world.person("王岚", Role.PARK_ADMINISTRATOR, Scope.park(elsewhere.id()));
    var colleague = http.browser().signIn(he.username(), World.PASSWORD);
    var outsider = http.browser().signIn(stranger.username(), World.PASSWORD);

    assertThat(away(colleague, chen.id(), today(), today()).status()).isEqualTo(404);
    assertThat(away(outsider, chen.id(), today(), today()).status()).isEqualTo(404);
    assertThat(outsider.get("/officers").body()).doesNotContain("陈立");
    assertThat(http.browser().get("/officers").header("Location")).contains("/sign-in");
  }
}
