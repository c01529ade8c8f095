package jianglian.cases.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.web.Limit;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ClocksTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired LateCases late;
  @Autowired List<WorkItems> work;

  private Introduced introduced;
  private Introduced.Pair pair;

  @BeforeEach
  void a_pair() {
    introduced = new Introduced(world, http, db);
    pair = introduced.pair();
  }

  private static Actor person(World.Someone someone, Role role, Scope scope) {
    var authority = new Authority(1, role, scope, "");
    return new Actor.Person(someone.id(), someone.username(), List.of(authority), authority);
  }

  private List<WorkItem> waitingFor(World.Someone officer, World.Park park) {
    var actor = person(officer, Role.LIAISON, Scope.park(park.id()));
    return work.stream()
        .flatMap(it -> it.waitingFor(actor).stream())
        .filter(it -> it.kind().startsWith("work.case") || it.kind().startsWith("work.interest"))
        .toList();
  }

  private void overdue() {
    db.sql(
            """
            update case_side set due_at = now() - interval '2 days', assigned_at = now() - interval '6 days'
            where park_id = ?
            """)
        .param(pair.offer().park().id())
        .update();
  }

  @Test
  void a_case_not_taken_in_time_goes_to_the_substitute_once() {
    var address = introduced.opened(pair);
    overdue();
    late.check();
    late.check();
    var he = introduced.browser(pair.offer().substitute());
    assertThat(he.get(address).body()).contains("逾期 2 天", "已逾期转 何苗 办理", "轮到您");
    var entries =
        db.sql(
                """
                select count(*) from case_event e join case_side s on s.case_id = e.case_id
                where e.kind = 'late' and s.park_id = ?
                """)
            .param(pair.offer().park().id())
            .query(Integer.class)
            .single();
    assertThat(entries).isEqualTo(1);
    assertThat(he.submit("/cases", address + "/taking", Map.of()).status()).isEqualTo(302);
    assertThat(he.get(address).body()).contains("逾期后受理");
  }

  @Test
  void a_case_waits_for_its_officer_and_for_the_substitute_while_that_one_is_away() {
    introduced.opened(pair);
    var park = pair.offer().park();
    assertThat(waitingFor(pair.offer().officer(), park))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo("work.case-to-take");
          assertThat(it.subject()).isEqualTo("消防机器人越障底盘");
          assertThat(it.counterpart()).contains("张江", "越野特种装备");
          assertThat(it.limit()).isInstanceOf(Limit.At.class);
        });
    assertThat(waitingFor(pair.offer().substitute(), park)).isEmpty();
    db.sql(
            """
            insert into officer_absence (person_id, first_day, last_day, noted_at)
            values (?, current_date - 1, current_date + 1, now())
            """)
        .param(pair.offer().officer().id())
        .update();
    assertThat(waitingFor(pair.offer().substitute(), park)).hasSize(1);
  }

  @Test
  void the_next_act_waits_for_the_officer_whose_turn_it_is() {
    var address = introduced.opened(pair);
    introduced.browser(pair.need().officer()).submit("/cases", address + "/taking", Map.of());
    introduced.browser(pair.offer().officer()).submit("/cases", address + "/taking", Map.of());
    assertThat(waitingFor(pair.need().officer(), pair.need().park()))
        .extracting(WorkItem::kind)
        .containsExactly("work.case-next.taken");
    assertThat(waitingFor(pair.offer().officer(), pair.offer().park())).isEmpty();
  }

  @Test
  void an_interest_waits_for_the_firm_and_then_for_its_officers() {
    var interest = introduced.asked(pair);
    var firm =
        person(
            pair.offer().member(),
            Role.ORGANISATION_MEMBER,
            Scope.organisation(pair.offer().firm().id()));
    var forFirm = work.stream().flatMap(it -> it.waitingFor(firm).stream()).toList();
    assertThat(forFirm).extracting(WorkItem::address).contains("/interests/" + interest);
    assertThat(waitingFor(pair.offer().officer(), pair.offer().park())).isEmpty();

    db.sql("update interest set expressed_at = now() - interval '20 days' where id = ?")
        .param(interest)
        .update();
    assertThat(waitingFor(pair.offer().officer(), pair.offer().park()))
        .extracting(WorkItem::kind)
        .containsExactly("work.interest-to-answer");
  }

  @Test
  void a_provisional_clock_is_set_anew_once_its_year_is_announced() {
    introduced.opened(pair);
    var today = LocalDate.now();
    db.sql(
            """
            update case_side set due_provisional = true, due_at = make_timestamptz(?, 12, 31, 23, 59, 59, 'Asia/Shanghai')
            where park_id = ?
            """)
        .params(today.getYear(), pair.offer().park().id())
        .update();
    late.check();
    var due =
        db.sql(
                "select due_at < now() + interval '15 days' and not due_provisional from case_side where park_id = ?")
            .param(pair.offer().park().id())
            .query(Boolean.class)
            .single();
    assertThat(due).isTrue();
  }

  @Test
  void a_park_without_officers_sees_the_case_at_its_administrators() {
    var park = world.park("新园区");
    var firm = world.firm("新企业（示例）有限公司", park);
    var boss = world.person("管理员", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    var offer = introduced.listing("offer", park, firm, "新园区的供给");
    var asked =
        http.api(pair.need().park().token())
            .post(
                "/api/v1/interests",
                "{\"from\": %d, \"to\": %d}".formatted(pair.need().listing(), offer));
    http.api(park.token())
        .post("/api/v1/interests/" + asked.json().path("id").asLong() + "/acceptance", "{}");
    var actor = person(boss, Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    var items = work.stream().flatMap(it -> it.waitingFor(actor).stream()).toList();
    assertThat(items).extracting(WorkItem::kind).contains("work.case-to-take");
    var address =
        items.stream()
            .filter(it -> it.kind().equals("work.case-to-take"))
            .findFirst()
            .orElseThrow()
            .address();
    var browser = introduced.browser(boss);
    assertThat(browser.get(address).body()).contains("暂无联络员");
    browser.submit("/cases", address + "/taking", Map.of());
    assertThat(browser.get(address).body()).contains("联络员 管理员");
  }
}
