package jianglian.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
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
class SignInTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private World.Someone officer;

  @BeforeEach
  void an_officer() {
    officer = world.person("陈立", Role.LIAISON, Scope.park(world.park("东湖").id()));
  }

  @Test
  void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
    var wrong = tryWith(http.browser(), officer.username(), "falsch geraten");
    var unknown = tryWith(http.browser(), "nobody-" + officer.username(), "falsch geraten");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("账号或密码不对");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(plain(unknown, "nobody-" + officer.username()))
        .isEqualTo(plain(wrong, officer.username()));
  }

  @Test
  void a_closed_account_gets_the_answer_of_an_unknown_one() {
    db.sql("update account set state = 'left' where person_id = ?").param(officer.id()).update();
    var answer = tryWith(http.browser(), officer.username(), World.PASSWORD);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("账号或密码不对");
  }

  @Test
  void the_name_may_be_the_mail_address_in_capitals_or_full_width() {
    http.browser().signIn(officer.username().toUpperCase() + "@EXAMPLE.org", World.PASSWORD);
    http.browser().signIn("　" + officer.username().replace("user", "ｕｓｅｒ"), World.PASSWORD);
  }

  @Test
  void whoever_came_for_a_page_gets_it_after_signing_in() {
    var browser = http.browser();
    var sent = browser.get("/account?part=language");
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location")).endsWith("/sign-in?to=%2Faccount%3Fpart%3Dlanguage");
    var answer =
        browser.submit(
            "/sign-in",
            "/sign-in",
            Map.of(
                "username",
                officer.username(),
                "password",
                World.PASSWORD,
                "to",
                "/account?part=language"));
    assertThat(answer.header("Location")).endsWith("/account?part=language");
  }

  @Test
  void nobody_is_sent_to_a_strangers_page() {
    var answer =
        http.browser()
            .submit(
                "/sign-in?to=//evil.example",
                "/sign-in",
                Map.of(
                    "username",
                    officer.username(),
                    "password",
                    World.PASSWORD,
                    "to",
                    "https://evil.example/"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/workspace").doesNotContain("evil");
  }

  @Test
  void a_session_planted_before_is_worth_nothing_after() {
    var browser = http.browser();
    var planted = session(browser.get("/sign-in"));
    assertThat(planted).isNotEmpty();
    var entered = tryWith(browser, officer.username(), World.PASSWORD);
    assertThat(session(entered)).isNotEmpty().isNotEqualTo(planted);
    assertThat(browser.get("/account").status()).isEqualTo(200);
    assertThat(http.browserWith("JSESSIONID=" + planted).get("/account").status()).isEqualTo(302);
  }

  @Test
  void cookies_are_hidden_from_scripts_and_from_other_sites() {
    var cookies = http.browser().get("/sign-in").raw().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .isNotEmpty()
        .allMatch(it -> it.contains("HttpOnly") && it.contains("SameSite=Lax"));
    assertThat(cookies).noneMatch(it -> it.contains("Secure"));
  }

  @Test
  void behind_an_encrypting_proxy_cookies_are_secure_and_the_browser_is_told_to_stay_encrypted() {
    var answer = http.browserWith("", "X-Forwarded-Proto", "https").get("/sign-in");
    assertThat(answer.raw().headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(it -> it.contains("Secure"));
    assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
  }

  @Test
  void a_form_without_its_secret_field_is_refused() {
    var browser = http.browser();
    var answer =
        browser.post(
            "/sign-in", Map.of("username", officer.username(), "password", World.PASSWORD));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("页面停留太久");
    assertThat(browser.get("/account").status()).isEqualTo(302);
  }

  @Test
  void signing_out_needs_the_secret_field_too() {
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(browser.post("/sign-out", Map.of()).status()).isEqualTo(403);
    assertThat(browser.get("/account").status()).isEqualTo(200);
    assertThat(browser.submit("/account", "/sign-out", Map.of()).status()).isEqualTo(302);
    assertThat(browser.get("/account").status()).isEqualTo(302);
  }

  @Test
  void a_session_ends_when_its_epoch_is_over() {
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    db.sql("update account set session_epoch = session_epoch + 1 where person_id = ?")
        .param(officer.id())
        .update();
    assertThat(browser.get("/account").status()).isEqualTo(302);
  }

  @Test
  void guessing_is_slowed_down_and_the_waiting_time_is_told() {
    var browser = http.browserFrom("203.0.113.1");
    IntStream.range(0, 5).forEach(i -> tryWith(browser, officer.username(), "geraten " + i));
    var answer = tryWith(browser, officer.username(), World.PASSWORD);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).containsPattern("请 (29|30) 秒后再试");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(28, 30);
  }

  @Test
  void a_stranger_who_guesses_does_not_lock_the_owner_out() {
    var owner = http.browserFrom("203.0.113.2").signIn(officer.username(), World.PASSWORD);
    owner.submit("/account", "/sign-out", Map.of());
    var stranger = http.browserFrom("203.0.113.3");
    IntStream.range(0, 8).forEach(i -> tryWith(stranger, officer.username(), "geraten " + i));
    assertThat(tryWith(stranger, officer.username(), "geraten").status()).isEqualTo(429);
    owner.signIn(officer.username(), World.PASSWORD);
  }

  @Test
  void one_address_may_not_try_one_account_after_the_other() {
    var guesser = http.browserFrom("203.0.113.4");
    IntStream.range(0, 30).forEach(i -> tryWith(guesser, "guess" + i + officer.username(), "x"));
    assertThat(tryWith(guesser, officer.username(), World.PASSWORD).status()).isEqualTo(429);
    http.browserFrom("203.0.113.5").signIn(officer.username(), World.PASSWORD);
  }

  @Test
  void a_success_forgives_what_was_mistyped_before() {
    var browser = http.browserFrom("203.0.113.6");
    IntStream.range(0, 4).forEach(i -> tryWith(browser, officer.username(), "vertippt " + i));
    browser.signIn(officer.username(), World.PASSWORD);
    var other = http.browserFrom("203.0.113.7");
    assertThat(tryWith(other, officer.username(), "vertippt").status()).isEqualTo(422);
  }

  @Test
  void what_is_typed_is_shown_again_as_text_and_never_as_script() {
    var answer = tryWith(http.browser(), "\"><script>alert(1)</script>", "x".repeat(10_000));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .doesNotContain("<script>alert")
        .contains("&lt;script>alert(1)&lt;/script>");
    assertThat(answer.body()).doesNotContain("xxxxxxxxxx");
  }

  @Test
  void a_visitors_public_page_makes_no_session() {
    assertThat(http.browser().get("/nothing-here").header("Set-Cookie")).isEmpty();
  }

  @Test
  void every_page_carries_the_headers_that_keep_browsers_careful() {
    var answer = http.browser().get("/sign-in");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("script-src 'self'", "object-src 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void someone_chooses_in_which_authority_they_act() {
    var firm = world.firm("武汉锐科示例有限公司", world.park("光谷"));
    world.grant(officer.id(), Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    var authority =
        db.sql("select id from authority where person_id = ? and scope_kind = 'organisation'")
            .param(officer.id())
            .query(Long.class)
            .single();
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    var answer =
        browser.submit(
            "/account", "/acting", Map.of("authority", authority.toString(), "to", "/account"));
    assertThat(answer.header("Location")).endsWith("/account");
    assertThat(browser.get("/account").body()).contains("data-acting=\"" + authority + "\"");
  }

  @Test
  void nobody_acts_in_an_authority_they_do_not_hold() {
    var other = world.person("何苗", Role.LIAISON, Scope.park(world.park("两江").id()));
    var authority =
        db.sql("select id from authority where person_id = ?")
            .param(other.id())
            .query(Long.class)
            .single();
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(
            browser
                .submit("/account", "/acting", Map.of("authority", authority.toString()))
                .status())
        .isEqualTo(404);
    assertThat(browser.submit("/account", "/acting", Map.of("authority", "eins")).status())
        .isEqualTo(400);
  }

  private static Http.Answer tryWith(Http.Browser browser, String username, String password) {
    return browser.submit(
        "/sign-in", "/sign-in", Map.of("username", username, "password", password));
  }

  private static String session(Http.Answer answer) {
    return answer.raw().headers().allValues("Set-Cookie").stream()
        .filter(it -> it.startsWith("JSESSIONID="))
        .map(it -> it.substring("JSESSIONID=".length(), it.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  private static String plain(Http.Answer answer, String username) {
    return answer.body().replace(username, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }
}
