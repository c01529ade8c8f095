package jianglian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.QueryCount;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// However many things a page shows, it asks the database at most five times.
@ModuleTest
class QueriesOfPagesTest {
  private static final int MOST = 5;

  @Autowired Http http;
  @Autowired World world;
  @Autowired QueryCount queries;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search", "/releases", "/hall", "/about", "/figures"})
  void a_visitors_page_asks_at_most_five_times(String path) {
    assertThat(http.browser().get(path).status()).isEqualTo(200);
    assertThat(queries.of(path)).hasSizeBetween(1, MOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search",
        "/releases",
        "/hall",
        "/about",
        "/figures",
        "/workspace",
        "/park-interface/releases",
        "/park-interface/releases/new"
      })
  void an_officers_page_asks_at_most_five_times(String path) {
    var park = world.park("两江");
    var officer = world.person("袁听涛", Role.LIAISON, Scope.park(park.id()));
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(browser.get(path).status()).isEqualTo(200);
    assertThat(queries.of(path)).hasSizeBetween(1, MOST);
  }

  @Test
  void the_form_of_a_release_asks_at_most_five_times() {
    var park = world.park("两江");
    var json = "{\"kind\":\"notice\",\"title\":\"报名\",\"body\":\"x\"}";
    var put = http.api(park.token()).put("/api/v1/releases/n", json);
    var path = "/park-interface/releases/" + put.json().path("id").asLong();
    var officer = world.person("袁听涛", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(browser.get(path).status()).isEqualTo(200);
    assertThat(queries.of(path)).hasSizeBetween(1, MOST);
  }
}
