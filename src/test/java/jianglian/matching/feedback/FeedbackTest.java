package jianglian.matching.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class FeedbackTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;
  @Autowired JdbcClient db;

  private World.Park park;
  private World.Firm firm;
  private Http.Browser member;
  private long need;
  private long offer;

  @BeforeEach
  void aPairThatMatches() {
    park = world.park("宁波");
    firm = world.firm("宁波阀门自动化有限公司" + park.id(), park);
    var other = world.park("株洲");
    offer = put(other, "offers", "气动调节阀智能定位器批量供货" + park.id(), "");
    engine.await(Duration.ofSeconds(5));
    need = put(park, "needs", "寻气动调节阀智能定位器" + park.id(), ", \"organisation\": " + firm.id());
    member =
        http.browser()
            .signIn(
                world
                    .person("周工", Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()))
                    .username(),
                World.PASSWORD);
  }

  private long put(World.Park of, String side, String title, String more) {
    return http.api(of.token())
        .put(
            "/api/v1/" + side + "/" + System.nanoTime(),
            """
            {"title": "%s", "text": "口径 50 毫米，精度千分之五。", "type": "technology"%s}
            """
                .formatted(title, more))
        .json()
        .path("id")
        .asLong();
  }

  private Http.Answer judge(Map<String, String> form) {
    return member.submit("/needs/" + need, "/matches/" + need + "/" + offer + "/feedback", form);
  }

  @Test
  void what_is_not_suitable_leaves_the_list_and_can_be_taken_back() {
    assertThat(member.get("/needs/" + need).body()).contains("match-" + offer);
    var answer = judge(Map.of("side", "need", "kind", "not-suitable", "reason", "price-or-terms"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(member.get("/needs/" + need).body())
        .doesNotContain("id=\"match-" + offer)
        .contains("价格或条件不合", "撤销");
    var row =
        db.sql(
                "select reason, shown_reasons::text as shown, score from match_feedback where need_id = :need")
            .param("need", need)
            .query()
            .singleRow();
    assertThat(row).containsEntry("reason", "price-or-terms");
    member.submit(
        "/needs/" + need,
        "/matches/" + need + "/" + offer + "/feedback/withdrawal",
        Map.of("side", "need"));
    assertThat(member.get("/needs/" + need).body()).doesNotContain("撤销");
  }

  @Test
  void a_wrong_reason_is_kept_with_what_was_shown() {
    assertThat(judge(Map.of("side", "need", "kind", "wrong-reason")).status()).isEqualTo(302);
    assertThat(
            db.sql(
                    "select count(*) from match_feedback where need_id = :need and kind = 'wrong-reason'")
                .param("need", need)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(member.get("/needs/" + need).body()).contains("match-" + offer);
  }

  @Test
  void only_its_own_people_judge_and_only_with_a_coded_reason() {
    assertThat(judge(Map.of("side", "need", "kind", "not-suitable", "reason", "ugly")).status())
        .isEqualTo(422);
    assertThat(judge(Map.of("side", "both", "kind", "wrong-reason")).status()).isEqualTo(422);
    assertThat(judge(Map.of("side", "offer", "kind", "wrong-reason")).status()).isEqualTo(403);
    assertThat(
            member
                .submit(
                    "/needs/" + need,
                    "/matches/" + offer + "/" + need + "/feedback",
                    Map.of("side", "need", "kind", "wrong-reason"))
                .status())
        .isEqualTo(404);
    assertThat(
            http.browser()
                .submit(
                    "/needs/new",
                    "/matches/" + need + "/" + offer + "/feedback",
                    Map.of("side", "need", "kind", "wrong-reason"))
                .status())
        .isIn(302, 403);
  }

  @Test
  void policies_and_investors_are_asked_for_in_the_same_way() {
    assertThat(http.api().get("/api/v1/needs/" + need + "/policies").json().path("items").isArray())
        .isTrue();
    assertThat(
            http.api().get("/api/v1/needs/" + need + "/investors").json().path("items").isArray())
        .isTrue();
    assertThat(http.api().get("/api/v1/needs/" + need + "/events").json().path("items").isEmpty())
        .isTrue();
    assertThat(http.browser().get("/needs/" + need + "/policies").status()).isEqualTo(200);
    assertThat(http.browser().get("/needs/" + need + "/investors").status()).isEqualTo(200);
    assertThat(http.browser().get("/organisations/" + firm.id() + "/policies").status())
        .isEqualTo(200);
    assertThat(http.browser().get("/needs/" + offer + "/policies").status()).isEqualTo(404);
  }
}
