package jianglian.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.jobs.Job;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ReviewTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired List<Job> jobs;

  private long policy(World.Park park, String id, String title) {
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/releases/" + id,
                "{\"kind\":\"policy\",\"title\":\"%s\",\"body\":\"一、对象\\n二、标准\"}".formatted(title));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json().path("id").asLong();
  }

  private Http.Browser secretary() {
    var person = world.person("周敏", Role.SECRETARIAT, Scope.ALLIANCE);
    return http.browser().signIn(person.username(), World.PASSWORD);
  }

  private void act(Http.Browser browser, long id, String act, Map<String, String> fields) {
    var answer = browser.submit("/review/releases", "/review/releases/" + id + "/" + act, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  private String state(long id) {
    return db.sql("select state from release where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /// The queue shows the oldest fifty; tests before this one must not push theirs out of sight.
  private void firstInQueue(long id) {
    db.sql("update release set updated_at = '2020-01-01' where id = :id").param("id", id).update();
  }

  @Test
  void a_release_goes_back_with_a_reason_and_comes_again() {
    var park = world.park("襄阳");
    var id = policy(park, "p", "关于支持航空零部件的措施");
    var browser = secretary();
    var without =
        browser.submit(
            "/review/releases", "/review/releases/" + id + "/return", Map.of("reason", " "));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("请写明原因");
    act(browser, id, "return", Map.of("reason", "请写明资金来源"));
    var answer = http.api(park.token()).get("/api/v1/releases/own/p").json();
    assertThat(answer.path("state").asString()).isEqualTo("returned");
    assertThat(answer.path("stateReason").asString()).isEqualTo("请写明资金来源");
    policy(park, "p", "关于支持航空零部件的措施（修订）");
    assertThat(state(id)).isEqualTo("in-review");
    act(browser, id, "publication", Map.of());
    assertThat(state(id)).isEqualTo("published");
  }

  @Test
  void a_change_after_publication_shows_for_a_second_look_with_its_differences() {
    var park = world.park("宜昌");
    var id = policy(park, "p", "关于支持绿色化工的措施");
    var browser = secretary();
    act(browser, id, "publication", Map.of());
    policy(park, "p", "关于支持绿色化工的若干措施");
    firstInQueue(id);
    assertThat(browser.get("/review/releases").body()).contains("发布后有更改（第 2 版）");
    var history = http.browser().get("/releases/" + id + "/history");
    assertThat(history.body()).contains("<del>关于支持绿色化工的措施</del>", "<ins>关于支持绿色化工的若干措施</ins>");
    act(browser, id, "confirmation", Map.of());
    assertThat(browser.get("/review/releases").body()).doesNotContain("关于支持绿色化工的若干措施");
  }

  @Test
  void twins_are_pointed_out_and_merged() {
    var first = policy(world.park("荆门"), "p", "关于支持 储能 的措施！");
    var second = policy(world.park("荆州"), "p", "关于支持储能的措施");
    var browser = secretary();
    act(browser, first, "publication", Map.of());
    firstInQueue(second);
    assertThat(browser.get("/review/releases").body()).contains("可能与这一条重复", "/releases/" + first);
    act(browser, second, "merger", Map.of("into", "" + first));
    assertThat(state(second)).isEqualTo("merged");
    assertThat(http.browser().get("/releases/" + second).header("Location"))
        .endsWith("/releases/" + first);
  }

  @Test
  void ticked_releases_are_published_together() {
    var park = world.park("孝感");
    var one = policy(park, "a", "甲措施");
    var answer =
        secretary()
            .submit(
                "/review/releases", "/review/releases/publications", Map.of("release", "" + one));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(state(one)).isEqualTo("published");
  }

  @Test
  void only_the_secretariat_decides() {
    var park = world.park("黄石");
    var id = policy(park, "p", "乙措施");
    var officer = world.person("林青", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(browser.get("/review/releases").status()).isEqualTo(403);
    assertThat(
            browser
                .submit("/workspace", "/review/releases/" + id + "/publication", Map.of())
                .status())
        .isEqualTo(403);
    assertThat(state(id)).isEqualTo("in-review");
    assertThat(http.browser().get("/review/releases").status()).isEqualTo(302);
  }

  @Test
  void the_secretariat_takes_off_what_is_wrong_and_a_redelivery_does_not_bring_it_back() {
    var park = world.park("黄石");
    var json = "{\"kind\":\"news\",\"title\":\"误发\",\"body\":\"误\"}";
    var id = http.api(park.token()).put("/api/v1/releases/n", json).json().path("id").asLong();
    act(secretary(), id, "withdrawal", Map.of("reason", "内容有误"));
    assertThat(
            http.api(park.token()).put("/api/v1/releases/n", json).json().path("state").asString())
        .isEqualTo("withdrawn");
    assertThat(
            http.api(park.token())
                .put("/api/v1/releases/n", json.replace("误发", "更正"))
                .json()
                .path("state")
                .asString())
        .isEqualTo("in-review");
  }

  @Test
  void what_runs_out_turns_stale_by_night() {
    var park = world.park("益阳");
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/releases/n",
                "{\"kind\":\"notice\",\"title\":\"报名\",\"body\":\"x\",\"validUntil\":\"2099-01-01\"}");
    var id = answer.json().path("id").asLong();
    db.sql("update release set valid_until = current_date - 2 where id = :id")
        .param("id", id)
        .update();
    jobs.stream()
        .filter(it -> it.name().equals("release-expiry"))
        .findFirst()
        .orElseThrow()
        .action()
        .run();
    assertThat(state(id)).isEqualTo("stale");
    assertThat(http.browser().get("/releases/" + id + "?now=1").body()).contains("已过有效期");
  }
}
