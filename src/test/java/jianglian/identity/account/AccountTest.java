package jianglian.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AccountTest {
  private static final String NEW_PASSWORD = "两江汇流处的一座新码头";

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private World.Someone officer;
  private Http.Browser browser;

  @BeforeEach
  void an_officer_signs_in() {
    officer = world.person("陈立", Role.LIAISON, Scope.park(world.park("东湖").id()));
    browser = http.browser().signIn(officer.username(), World.PASSWORD);
  }

  @Test
  void name_language_and_large_type_are_kept_with_the_account() {
    var saved = submit("/account", Map.of("name", "陈 立", "lang", "en", "largeType", "true"));
    assertThat(saved.header("Location")).endsWith("/account");
    var page = browser.get("/account").body();
    assertThat(page).contains("Saved.", "lang=\"en\"", "data-type=\"large\"", "value=\"陈 立\"");
  }

  @Test
  void a_name_is_one_short_line() {
    assertThat(submit("/account", Map.of("name", " ", "lang", "zh")).body()).contains("请填写姓名");
    var endless = submit("/account", Map.of("name", "陈".repeat(10_000), "lang", "zh"));
    assertThat(endless.status()).isEqualTo(422);
    assertThat(endless.body()).contains("不超过 60 字");
    assertThat(submit("/account", Map.of("name", "陈\r\nBcc: x@example.org", "lang", "zh")).status())
        .isEqualTo(422);
    assertThat(submit("/account", Map.of("name", "陈立", "lang", "xx")).status()).isEqualTo(422);
  }

  @Test
  void a_name_with_script_is_only_text() {
    submit("/account", Map.of("name", "<script>alert(1)</script>", "lang", "zh"));
    assertThat(browser.get("/account").body()).doesNotContain("<script>alert");
  }

  @Test
  void a_new_password_ends_the_other_sessions_and_keeps_this_one() {
    var elsewhere = http.browser().signIn(officer.username(), World.PASSWORD);
    var changed =
        submit("/account/password", Map.of("current", World.PASSWORD, "password", NEW_PASSWORD));
    assertThat(changed.status()).isEqualTo(302);
    assertThat(browser.get("/account").status()).isEqualTo(200);
    assertThat(elsewhere.get("/account").status()).isEqualTo(302);
    http.browser().signIn(officer.username(), NEW_PASSWORD);
  }

  @Test
  void the_password_is_not_changed_without_the_current_one_or_to_a_bad_one() {
    var wrong = submit("/account/password", Map.of("current", "geraten", "password", NEW_PASSWORD));
    assertThat(wrong.body()).contains("当前密码不对");
    var tooShort =
        submit("/account/password", Map.of("current", World.PASSWORD, "password", "kurz"));
    assertThat(tooShort.body()).contains("密码至少 10 个字符");
    http.browser().signIn(officer.username(), World.PASSWORD);
  }

  @Test
  void whoever_found_the_screen_unlocked_cannot_guess_the_password_for_long() {
    for (var i = 0; i < 5; i++) {
      submit("/account/password", Map.of("current", "geraten " + i, "password", NEW_PASSWORD));
    }
    var answer =
        submit("/account/password", Map.of("current", World.PASSWORD, "password", NEW_PASSWORD));
    assertThat(answer.status()).isEqualTo(429);
  }

  @Test
  void other_devices_are_signed_out_on_request() {
    var elsewhere = http.browser().signIn(officer.username(), World.PASSWORD);
    submit("/account/other-sessions/ending", Map.of());
    assertThat(elsewhere.get("/account").status()).isEqualTo(302);
    assertThat(browser.get("/account").body()).contains("其他设备上的登录已退出");
  }

  @Test
  void who_leaves_ends_every_authority_and_session_and_is_no_longer_reachable() {
    var elsewhere = http.browser().signIn(officer.username(), World.PASSWORD);
    var left = submit("/account/departure", Map.of("current", World.PASSWORD));
    assertThat(left.header("Location")).endsWith("/");
    assertThat(elsewhere.get("/account").status()).isEqualTo(302);
    assertThat(browser.get("/account").status()).isEqualTo(302);
    assertThat(open("authority where valid_until is null and person_id")).isZero();
    assertThat(open("person where email is not null and id")).isZero();
    assertThat(open("audit_entry where act = 'person-left' and actor_id")).isEqualTo(1);
    assertThat(open("person where name = '陈立' and id")).isEqualTo(1);
    var again =
        http.browser()
            .submit(
                "/sign-in",
                "/sign-in",
                Map.of("username", officer.username(), "password", World.PASSWORD));
    assertThat(again.status()).isEqualTo(422);
  }

  @Test
  void who_leaves_may_have_the_name_forgotten() {
    submit("/account/departure", Map.of("current", World.PASSWORD, "forgetName", "true"));
    assertThat(open("person where name = '陈立' and id")).isZero();
  }

  @Test
  void nobody_leaves_without_the_password() {
    var answer = submit("/account/departure", Map.of("current", "geraten"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(browser.get("/account").status()).isEqualTo(200);
  }

  @Test
  void a_visitor_has_no_account_page() {
    assertThat(http.browser().get("/account").header("Location"))
        .endsWith("/sign-in?to=%2Faccount");
  }

  private Http.Answer submit(String path, Map<String, String> fields) {
    return browser.submit("/account", path, fields);
  }

  private long open(String what) {
    return db.sql("select count(*) from " + what + " = ?")
        .param(officer.id())
        .query(Long.class)
        .single();
  }
}
