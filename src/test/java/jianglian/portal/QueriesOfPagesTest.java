package jianglian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.QueryCount;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// However many things a page shows, it asks the database at most five times.
@ModuleTest
class QueriesOfPagesTest {
  private static final int MOST = 5;
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Http http;
  @Autowired World world;
  @Autowired QueryCount queries;
  @Autowired JdbcClient db;

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

  @Test
  void what_belongs_together_is_shown_with_at_most_five_questions() {
    var introduced = new Introduced(world, http, db);
    var pair = introduced.pair();
    var matter = introduced.opened(pair);
    var park = pair.need().park();
    var notice = "{\"kind\":\"notice\",\"title\":\"报名\",\"body\":\"x\"}";
    var sent = http.api(park.token()).put("/api/v1/releases/n", notice);
    var release = "/releases/" + sent.json().path("id").asLong();
    bring("offers", pair.offer().park(), pair.offer().firm(), "双节履带底盘，可爬楼越障");
    var brought = bring("needs", park, pair.need().firm(), "消防机器人寻越障底盘");
    var need = "/needs/" + brought;
    var firm = "/organisations/" + pair.need().firm().id();

    var visitor = http.browser();
    assertFew(visitor, "/parks", "/parks/" + park.code(), firm, need, release);
    assertFew(visitor, release + "/history", "/parks/" + park.code() + "/organisations");

    var member = signedIn(pair.need().member());
    listed(brought);
    assertFew(member, "/workspace", need, need + "/edit", firm, "/cases", matter, "/inbox");
    assertFew(member, "/interests", "/needs/new", "/account");

    var officer = signedIn(pair.need().officer());
    assertFew(officer, "/workspace", matter, "/review/listings", "/admissions", "/officers");

    var secretary = signedIn(world.person("岑雨舟", Role.SECRETARIAT, Scope.ALLIANCE));
    assertFew(secretary, "/workspace", "/review/releases", "/cases", matter, "/audit", "/figures");
  }

  private long bring(String sides, World.Park park, World.Firm firm, String title) {
    var content =
        """
        {"title": "%s", "text": "越障三百毫米，用于消防机器人。", "type": "technology", "organisation": "%s"}
        """
            .formatted(title, firm.name());
    var answer = http.api(park.token()).put("/api/v1/" + sides + "/queries", content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  /// Waits until the need's matches are rows and nothing of them is due, as they are soon after a
  /// posting; until then its page computes them, which asks more.
  private void listed(long need) {
    var deadline = Instant.now().plus(SOON);
    while (db.sql(
                """
                select count(*) from match where need_id = :need and for_side = 'need'
                  and not exists (select from match_due d where d.listing_id = :need)
                """)
            .param("need", need)
            .query(Long.class)
            .single()
        == 0) {
      assertThat(Instant.now()).as("the need has its matches").isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private Http.Browser signedIn(World.Someone someone) {
    return http.browser().signIn(someone.username(), World.PASSWORD);
  }

  private void assertFew(Http.Browser browser, String... paths) {
    for (var path : paths) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
      assertThat(queries.of(path)).as(path).hasSizeBetween(1, MOST);
    }
  }
}
