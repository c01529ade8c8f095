package jianglian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class SkeletonTest {
  @Autowired Http http;
  @Autowired World world;

  @Test
  void the_product_is_healthy() {
    assertThat(http.api().get("/actuator/health").body()).contains("UP");
  }

  @Test
  void a_wrong_token_is_refused_with_a_problem_document() {
    var answer = http.api("jl_wrong").get("/api/v1/releases");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("detailEn").asString()).contains("token");
  }

  @Test
  void an_unknown_page_says_so() {
    var answer = http.browser().get("/nothing-here");
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void a_person_signs_in() {
    var park = world.park("东湖");
    var person = world.person("陈立", Role.LIAISON, Scope.park(park.id()));
    http.browser().signIn(person.username(), World.PASSWORD);
  }
}
