package jianglian.publishing.writing;

import static jianglian.publishing.writing.Desk.notice;
import static jianglian.publishing.writing.Desk.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class OwnReleasesTest {
  private static final String LIST = "/park-interface/releases";
  private static final Pattern ROW = Pattern.compile("<a href=\"/park-interface/releases/(\\d+)\"");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*after=[^\"]*)\" rel=\"next\"");

  @Autowired Http http;
  @Autowired World world;

  private World.Park park;
  private Desk desk;

  @BeforeEach
  void people() {
    park = world.park("铜陵");
    var person = world.person("林青", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    desk = new Desk(http.browser().signIn(person.username(), World.PASSWORD));
  }

  @Test
  void a_park_sees_its_own_in_every_state_and_narrows_them_down() {
    var draft = desk.written("save", policy("title", "草稿里的措施"));
    var review = desk.written("submit", policy("title", "待审的措施", "documentNumber", "铜新管[2026]9号"));
    var open = desk.written("submit", notice("title", "公开的 100% 通知"));
    var body = desk.browser().get(LIST).body();
    assertThat(body).contains("草稿里的措施", "待审的措施", "公开的 100% 通知", "接着写");
    assertThat(ids(LIST + "?state=draft")).containsExactly(draft);
    assertThat(ids(LIST + "?kind=policy")).containsExactly(review, draft);
    assertThat(ids(LIST + "?kind=rumour&state=gone&after=x_1")).hasSize(3);
    assertThat(ids(LIST + "?q=100%25")).containsExactly(open);
    assertThat(ids(LIST + "?q=_%25_")).isEmpty();
    assertThat(ids(LIST + "?q=%E3%80%942026%E3%80%959")).containsExactly(review);
    assertThat(desk.browser().get(LIST + "?q=nothing").body()).contains("没有符合这些条件的内容");

    var other = world.person("何苗", Role.PARK_ADMINISTRATOR, Scope.park(world.park("池州").id()));
    var stranger = http.browser().signIn(other.username(), World.PASSWORD);
    assertThat(stranger.get(LIST).body()).doesNotContain("公开的").contains("还没有发布过内容");
  }

  @Test
  void a_long_list_is_read_part_by_part_without_gaps() {
    var rows = new StringBuilder();
    for (int i = 0; i < 70; i++) {
      rows.append(
          "{\"externalId\":\"n-%d\",\"kind\":\"news\",\"title\":\"第 %d 条\",\"body\":\"x\"}\n"
              .formatted(i, i));
    }
    var sent =
        http.api(park.token())
            .post(
                "/api/v1/releases/import",
                "application/x-ndjson",
                rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    var all = new LinkedHashSet<Long>();
    int parts = 0;
    for (var at = LIST; at != null; parts++) {
      all.addAll(ids(at));
      var next = NEXT.matcher(desk.browser().get(at).body());
      at = next.find() ? next.group(1).replace("&amp;", "&") : null;
    }
    assertThat(parts).isEqualTo(3);
    assertThat(all).hasSize(70);
  }

  @Test
  void the_start_page_shows_a_few_and_leads_to_all() {
    for (int i = 0; i < 7; i++) desk.written("submit", notice("title", "第 %d 号通知".formatted(i)));
    assertThat(ids("/park-interface")).hasSize(5);
    assertThat(desk.browser().get("/park-interface").body())
        .contains("href=\"/park-interface/releases/new\"", "href=\"/park-interface/releases\"");
  }

  private LinkedHashSet<Long> ids(String address) {
    var ids = new LinkedHashSet<Long>();
    ROW.matcher(desk.browser().get(address).body())
        .results()
        .forEach(it -> ids.add(Long.valueOf(it.group(1))));
    return ids;
  }
}
