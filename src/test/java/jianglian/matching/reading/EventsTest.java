package jianglian.matching.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class EventsTest {
  private static final Set<String> OPEN = Set.of("open");

  @Autowired Http http;
  @Autowired World world;
  @Autowired Agenda agenda;
  @Autowired SearchEngine engine;
  @Autowired JdbcClient db;
  @Autowired Clock clock;

  private World.Firm firm;
  private LocalDate today;
  private long need;

  @BeforeEach
  void aNeed() {
    var park = world.park("武汉东湖");
    firm = world.firm("江城巡检机器人有限公司" + park.id(), park);
    today = LocalDate.now(clock);
    db.sql("update organisation set introduction = '做管廊和罐区的防爆巡检机器人，履带底盘外购。' where id = :id")
        .param("id", firm.id())
        .update();
    var put =
        http.api(park.token())
            .put(
                "/api/v1/needs/events-" + park.id(),
                """
                {"title": "管廊巡检机器人寻防爆履带底盘", "text": "要能爬楼越障，用于化工园区罐区巡检。", "type": "technology",
                 "industries": ["3492"], "organisation": %d}
                """
                    .formatted(firm.id()));
    assertThat(put.status()).as(put.body()).isEqualTo(201);
    need = put.json().path("id").asLong();
  }

  @AfterEach
  void nothingIsLeft() {
    agenda.clear();
    assertThat(engine.await(Duration.ofSeconds(20))).isTrue();
  }

  private java.util.List<String> found() {
    assertThat(engine.await(Duration.ofSeconds(20))).isTrue();
    var answer = http.api().get("/api/v1/needs/" + need + "/events");
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .map(it -> it.path("event").path("title").asString())
        .toList();
  }

  @Test
  void without_events_the_list_is_empty_and_no_page_speaks_of_them() {
    assertThat(found()).isEmpty();
    var member = member();
    assertThat(member.get("/needs/" + need).body()).doesNotContain("可以参加的活动");
    assertThat(member.get("/organisations/" + firm.id()).body()).doesNotContain("可以参加的活动");
  }

  @Test
  void only_what_is_to_come_open_and_for_its_place_and_industry_is_proposed() {
    event(1, "特种机器人供需对接会", Map.of("registration", OPEN), today.plusDays(20));
    event(2, "去年的机器人对接会", Map.of("registration", OPEN), today.minusDays(1));
    event(3, "报满的机器人对接会", Map.of("registration", Set.of("closed")), today.plusDays(20));
    event(
        4,
        "只限四川的机器人对接会",
        Map.of("registration", OPEN, "region", Set.of("510000")),
        today.plusDays(20));
    event(
        5,
        "湖北机器人场景发布会",
        Map.of("registration", OPEN, "region", Set.of("420000"), "industry", Set.of("34")),
        today.plusDays(40));
    event(
        6, "食品机器人对接会", Map.of("registration", OPEN, "industry", Set.of("14")), today.plusDays(20));
    assertThat(found()).containsExactlyInAnyOrder("特种机器人供需对接会", "湖北机器人场景发布会");
  }

  @Test
  void reasons_say_when_and_why() {
    event(
        7,
        "特种机器人供需对接会",
        Map.of("registration", OPEN, "industry", Set.of("34", "349")),
        today.plusDays(20));
    assertThat(found()).hasSize(1);
    var item = http.api().get("/api/v1/needs/" + need + "/events").json().path("items").path(0);
    assertThat(item.path("event").path("begins").asString())
        .isEqualTo(today.plusDays(20).toString());
    assertThat(item.path("event").path("page").asString()).isEqualTo("/events/7");
    assertThat(item.path("score").asDouble()).isBetween(0.0, 1.0);
    assertThat(item.path("reasons").toString()).contains("20 天后举办", "held in 20 days", "industry");
  }

  @Test
  void its_own_people_see_them_on_the_pages_of_need_and_firm() {
    event(8, "特种机器人供需对接会", Map.of("registration", OPEN), today.plusDays(10));
    assertThat(found()).hasSize(1);
    var member = member();
    assertThat(member.get("/needs/" + need).body()).contains("可以参加的活动", "特种机器人供需对接会");
    assertThat(member.get("/organisations/" + firm.id()).body()).contains("可以参加的活动", "/events/8");
    assertThat(http.browser().get("/needs/" + need).body()).doesNotContain("特种机器人供需对接会");
  }

  @Test
  void what_is_gone_since_it_was_indexed_is_not_shown() {
    event(9, "特种机器人供需对接会", Map.of("registration", OPEN), today.plusDays(10));
    assertThat(found()).hasSize(1);
    agenda.lose(9);
    assertThat(found()).isEmpty();
  }

  private Http.Browser member() {
    var person = world.person("顾一鸣", Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    return http.browser().signIn(person.username(), World.PASSWORD);
  }

  private void event(long id, String title, Map<String, Set<String>> facets, LocalDate begins) {
    agenda.put(id, title, "防爆巡检机器人、履带底盘、越障行走机构的供需双方一对一洽谈。", facets, begins);
  }
}
