package jianglian.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class InboxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired Inboxes inboxes;

  private Introduced introduced;
  private Introduced.Pair pair;

  @BeforeEach
  void a_pair() {
    introduced = new Introduced(world, http, db);
    pair = introduced.pair();
  }

  private List<String> told(World.Someone someone) {
    return db.sql("select message from notification where person_id = ? order by id")
        .param(someone.id())
        .query(String.class)
        .list();
  }

  private void awaitTold(World.Someone someone, String... messages) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(someone)).contains(messages));
  }

  @Test
  void who_is_asked_hears_of_it_and_both_sides_hear_of_the_case() {
    introduced.opened(pair);
    awaitTold(pair.offer().member(), "notice.interest-expressed");
    awaitTold(pair.need().member(), "notice.case-opened");
    awaitTold(pair.need().officer(), "notice.case-opened");
    awaitTold(pair.offer().substitute(), "notice.case-opened");
    assertThat(told(pair.offer().member())).doesNotContain("notice.case-opened");
  }

  @Test
  void what_stays_among_officers_is_told_to_officers_only() {
    var address = introduced.opened(pair);
    var chen = introduced.browser(pair.offer().officer());
    chen.submit("/cases", address + "/notes", Map.of("text", "只给同事", "visibility", "officers"));
    awaitTold(pair.need().officer(), "notice.case-note");
    assertThat(told(pair.need().member())).doesNotContain("notice.case-note");
    assertThat(told(pair.offer().officer())).doesNotContain("notice.case-note");
  }

  @Test
  void an_inbox_counts_what_is_unread_until_it_is_read() {
    introduced.opened(pair);
    awaitTold(pair.need().officer(), "notice.case-opened");
    var browser = introduced.browser(pair.need().officer());
    var page = browser.get("/inbox");
    assertThat(page.body()).contains("1 条未读", "对接单已立：消防机器人越障底盘");
    assertThat(browser.get("/inbox?lang=en").body()).contains("A case is open");
    browser.get("/inbox?lang=zh-CN");

    var reading = page.body().replaceAll("(?s).*(/inbox/\\d+/reading).*", "$1");
    var opened = browser.submit("/inbox", reading, Map.of());
    assertThat(opened.header("Location")).contains("/cases/");
    assertThat(browser.get("/inbox").body()).doesNotContain("条未读");
    assertThat(browser.get("/inbox?unread=true").body()).contains("这里没有消息");
    assertThat(browser.get("/inbox?kind=case").body()).contains("对接单已立");
    assertThat(browser.get("/inbox?kind=release").body()).doesNotContain("对接单已立");
  }

  @Test
  void all_are_marked_read_at_once() {
    introduced.opened(pair);
    awaitTold(pair.need().officer(), "notice.case-opened");
    var browser = introduced.browser(pair.need().officer());
    assertThat(browser.submit("/inbox", "/inbox/reading", Map.of()).status()).isEqualTo(302);
    assertThat(browser.get("/inbox").body()).doesNotContain("条未读");
  }

  @Test
  void nobody_opens_the_notice_of_another() {
    introduced.opened(pair);
    awaitTold(pair.need().officer(), "notice.case-opened");
    var id =
        db.sql("select min(id) from notification where person_id = ?")
            .param(pair.need().officer().id())
            .query(Long.class)
            .single();
    var other = introduced.browser(pair.offer().officer());
    assertThat(other.submit("/inbox", "/inbox/" + id + "/reading", Map.of()).status())
        .isEqualTo(404);
    assertThat(http.browser().get("/inbox").status()).isEqualTo(302);
  }

  @Test
  void the_same_event_heard_twice_is_told_once() {
    var person = world.person("何苗", Role.LIAISON, Scope.park(pair.need().park().id()));
    var notice = Notice.of("case:-1", NoticeKind.CASE, "notice.case-opened", "/cases", "甲", "乙");
    inboxes.deliver(notice, List.of(person.id()), Instant.now());
    inboxes.deliver(notice, List.of(person.id()), Instant.now());
    assertThat(told(person)).hasSize(1);
  }

  @Test
  void script_in_a_title_stays_text() {
    var person = world.person("何苗", Role.LIAISON, Scope.park(pair.need().park().id()));
    inboxes.deliver(
        Notice.of(
            "case:-2",
            NoticeKind.CASE,
            "notice.case-opened",
            "/cases",
            "<script>x</script>",
            "{0}"),
        List.of(person.id()),
        Instant.now());
    assertThat(introduced.browser(person).get("/inbox").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>x");
  }
}
