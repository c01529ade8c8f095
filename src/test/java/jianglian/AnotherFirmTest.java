package jianglian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is not public is not there for anyone else: neither for another firm nor for another park,
/// neither on pages nor in the API, whether it is read or changed.
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnotherFirmTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private Introduced.Pair pair;
  private long hidden;
  private long pending;
  private long interest;
  private String matter;
  private String delivered;
  private World.Park elsewhere;
  private World.Firm theirs;
  private Http.Browser firm;
  private Http.Browser officer;
  private Http.Browser administrator;

  @BeforeAll
  void a_firm_with_things_of_its_own() {
    var introduced = new Introduced(world, http, db);
    pair = introduced.pair();
    var home = pair.need();
    hidden = introduced.listing("need", home.park(), home.firm(), "还没公开的需求");
    db.sql("update listing set state = 'park-check', opened_at = null where id = ?")
        .param(hidden)
        .update();
    pending = world.firm("还没核对的示例公司", home.park()).id();
    db.sql("update organisation set state = 'pending' where id = ?").param(pending).update();
    matter = introduced.opened(pair);
    interest =
        db.sql("select max(id) from interest where need_id = ?")
            .param(home.listing())
            .query(Long.class)
            .single();
    var answer =
        http.api(home.park().token())
            .put(
                "/api/v1/releases/own-1", "{\"kind\":\"policy\",\"title\":\"待审核\",\"body\":\"x\"}");
    assertThat(answer.status()).isEqualTo(201);
    delivered = String.valueOf(answer.json().path("id").asLong());
    elsewhere = world.park("合肥");
    theirs = world.firm("别家（示例）有限公司", elsewhere);
    firm = signedIn(Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(theirs.id()));
    officer = signedIn(Role.LIAISON, Scope.park(elsewhere.id()));
    administrator = signedIn(Role.PARK_ADMINISTRATOR, Scope.park(elsewhere.id()));
  }

  private Http.Browser signedIn(Role role, Scope scope) {
    return http.browser().signIn(world.person("旁人", role, scope).username(), World.PASSWORD);
  }

  @Test
  void pages_of_another_firm_are_not_found() {
    var found = new ArrayList<String>();
    for (var path :
        List.of(
            "/needs/" + hidden,
            "/needs/" + hidden + "/edit",
            "/needs/" + hidden + "/policies",
            "/needs/" + hidden + "/investors",
            "/interests/new?to=" + hidden,
            "/interests/" + interest,
            matter,
            matter + "/documents/1",
            "/organisations/" + pending,
            "/organisations/" + pending + "/edit",
            "/organisations/" + pending + "/policies",
            "/releases/" + delivered,
            "/releases/" + delivered + "/history")) {
      for (var reader : List.of(firm, officer, administrator)) {
        var status = reader.get(path).status();
        if (status != 404) found.add(path + " " + status);
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothing_of_another_firm_can_be_changed() {
    var before = rows();
    var changed = new ArrayList<String>();
    var reason =
        Map.of(
            "reason", "other", "note", "x", "title", "改名", "text", "x", "type", "service", "to",
            "met");
    for (var path :
        List.of(
            "/needs/" + hidden + "/edit",
            "/needs/" + hidden + "/withdrawal",
            "/needs/" + hidden + "/renewal",
            "/review/listings/" + hidden + "/check",
            "/review/listings/" + hidden + "/return",
            "/interests/" + interest + "/acceptance",
            "/interests/" + interest + "/refusal",
            "/interests/" + interest + "/withdrawal",
            matter + "/taking",
            matter + "/steps",
            matter + "/notes",
            matter + "/documents/1/removal",
            "/organisations/" + pending + "/edit",
            "/organisations/" + pending + "/application",
            "/admissions/" + pending + "/admission",
            "/admissions/" + pending + "/refusal")) {
      for (var reader : List.of(firm, officer, administrator)) {
        var status = reader.submit("/account", path, reason).status();
        if (status != 404) changed.add(path + " " + status);
      }
    }
    assertThat(changed).isEmpty();
    assertThat(rows()).isEqualTo(before);
  }

  /// What any of those acts would have left behind.
  private List<Long> rows() {
    return db.sql(
            """
            select (select version from listing where id = :need) as need,
              (select count(*) from audit_entry where park_id = :park) as acts
            """)
        .param("need", hidden)
        .param("park", pair.need().park().id())
        .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
        .single();
  }

  @Test
  void the_token_of_another_park_finds_nothing_and_changes_nothing() {
    var before = rows();
    var api = http.api(elsewhere.token());
    for (var path :
        List.of(
            "/needs/" + hidden,
            "/needs/" + hidden + "/matches",
            "/needs/" + hidden + "/policies",
            "/needs/" + hidden + "/investors",
            "/needs/" + hidden + "/events",
            "/releases/" + delivered,
            "/releases/own/own-1",
            matter)) {
      for (var caller : List.of(api, http.api())) {
        var answer = caller.get("/api/v1" + path);
        var needsToken = path.startsWith("/releases/own") || path.equals(matter);
        assertThat(answer.status()).as(path).isIn(404, caller == api || !needsToken ? 404 : 401);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("detailEn").asString()).isNotBlank();
      }
    }
    for (var act : List.of("acceptance", "withdrawal")) {
      var path = "/api/v1/interests/" + interest + "/" + act;
      assertThat(api.post(path, "{}").status()).as(act).isEqualTo(404);
    }
    var refusal = "{\"reason\":\"other\"}";
    assertThat(api.post("/api/v1/interests/" + interest + "/refusal", refusal).status())
        .isEqualTo(404);
    assertThat(api.post("/api/v1" + matter + "/steps", "{\"to\":\"taken\"}").status())
        .isEqualTo(404);
    assertThat(api.delete("/api/v1/releases/own-1").status()).isEqualTo(404);
    var asking = "{\"from\": %d, \"to\": %d}".formatted(hidden, pair.offer().listing());
    assertThat(api.post("/api/v1/interests", asking).status()).isEqualTo(404);
    assertThat(rows()).isEqualTo(before);
  }
}
