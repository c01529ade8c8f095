package jianglian.identity.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
class PeopleTest {
  private static final String NEW_PASSWORD = "赣江从鄱阳湖流入长江";
  private static final Pattern LINK = Pattern.compile("/(invitations|password-resets)/[\\w-]+");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private World.Park park;
  private World.Someone administrator;
  private Http.Browser browser;

  @BeforeEach
  void a_park_administrator_signs_in() {
    park = world.park("东湖");
    administrator = world.person("顾启川", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    browser = http.browser().signIn(administrator.username(), World.PASSWORD);
  }

  @Test
  void an_officer_is_invited_by_mail_and_takes_it_up_once() {
    var email = administrator.username() + ".new@example.org";
    var link = invite(email, "liaison", "park:" + park.id());
    assertThat(mail(email)).contains(link, "顾启川");
    assertThat(
            db.sql("select count(*) from person where email = ?")
                .param(email)
                .query(Long.class)
                .single())
        .isZero();

    var guest = http.browser();
    assertThat(guest.get(link).header("Location")).endsWith("/invitation");
    assertThat(guest.get("/invitation").body()).contains(email, "顾启川", "联络员");
    assertThat(accept(guest, "kurz").status()).isEqualTo(422);
    assertThat(accept(guest, NEW_PASSWORD).header("Location")).endsWith("/workspace");
    assertThat(guest.get("/account").body()).contains(park.name());
    http.browser().signIn(email, NEW_PASSWORD);

    assertThat(http.browser().get(link).status()).isEqualTo(410);
    assertThat(browser.get("/people").body()).contains(email, "联络员");
  }

  @Test
  void who_has_an_account_takes_up_the_invitation_with_it() {
    var firm = world.firm("有号示例公司", park);
    var member = world.person("沈叙安", Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    var link = invite(member.username() + "@example.org", "liaison", "park:" + park.id());
    var guest = http.browser();
    guest.get(link);
    guest.signIn(member.username(), World.PASSWORD);
    assertThat(guest.submit("/invitation", "/invitation/acceptance", Map.of()).status())
        .isEqualTo(302);
    assertThat(guest.get("/account").body()).contains(park.name(), "有号示例公司");
  }

  @Test
  void an_expired_withdrawn_or_replaced_link_is_no_longer_good() {
    var email = administrator.username() + ".late@example.org";
    var first = invite(email, "liaison", "park:" + park.id());
    var second = invite(email, "liaison", "park:" + park.id());
    assertThat(http.browser().get(first).status()).isEqualTo(410);
    assertThat(http.browser().get(second).status()).isEqualTo(302);
    var id =
        db.sql("select id from invitation where email = ?").param(email).query(Long.class).single();
    browser.submit("/people", "/people/invitations/" + id + "/withdrawal", Map.of());
    assertThat(http.browser().get(second).status()).isEqualTo(410);

    var late = administrator.username() + ".late2@example.org";
    var third = invite(late, "liaison", "park:" + park.id());
    db.sql("update invitation set expires_at = now() - interval '1 second' where email = ?")
        .param(late)
        .update();
    assertThat(http.browser().get(third).status()).isEqualTo(410);
    assertThat(http.browser().get("/invitation").status()).isEqualTo(410);
  }

  @Test
  void a_park_administrator_grants_nothing_beyond_the_own_park() {
    var other = world.park("两江");
    assertThat(tryInvite("a@example.org", "liaison", "park:" + other.id()).status()).isEqualTo(403);
    assertThat(tryInvite("a@example.org", "secretariat", "").status()).isEqualTo(403);
    assertThat(tryInvite("a@example.org", "park-administrator", "park:" + park.id()).status())
        .isEqualTo(403);
    var stranger = world.person("何苗", Role.LIAISON, Scope.park(other.id()));
    var grant =
        db.sql("select id from authority where person_id = ?")
            .param(stranger.id())
            .query(Long.class)
            .single();
    assertThat(
            browser
                .submit("/people", "/people/authorities/" + grant + "/ending", Map.of())
                .status())
        .isEqualTo(404);
    assertThat(browser.get("/people").body()).doesNotContain(stranger.username());
  }

  @Test
  void what_is_wrong_with_an_invitation_is_told() {
    var wrong = tryInvite("a@example.org\r\nBcc: all@example.org", "nonsense", "park:x");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("完整的邮箱地址", "请选择身份");
    assertThat(tryInvite("a@example.org", "liaison", "park:" + park.id(), "2001-01-01").body())
        .contains("今天或以后");
  }

  @Test
  void an_ended_authority_ends_at_once() {
    var officer = world.person("陈立", Role.LIAISON, Scope.park(park.id()));
    var theirs = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(theirs.get("/admissions").status()).isEqualTo(200);
    var grant =
        db.sql("select id from authority where person_id = ?")
            .param(officer.id())
            .query(Long.class)
            .single();
    assertThat(
            browser
                .submit("/people", "/people/authorities/" + grant + "/ending", Map.of())
                .status())
        .isEqualTo(302);
    assertThat(theirs.get("/admissions").status()).isEqualTo(403);
  }

  @Test
  void people_without_such_an_authority_manage_nobody() {
    var officer = world.person("陈立", Role.LIAISON, Scope.park(park.id()));
    assertThat(http.browser().signIn(officer.username(), World.PASSWORD).get("/people").status())
        .isEqualTo(403);
    assertThat(http.browser().get("/people").status()).isEqualTo(302);
  }

  @Test
  void a_forgotten_password_is_replaced_by_mail_once() {
    var email = administrator.username() + "@example.org";
    var asking = http.browserFrom("203.0.113.20");
    var known = asking.submit("/password-reset", "/password-reset", Map.of("email", email));
    var unknown =
        asking.submit("/password-reset", "/password-reset", Map.of("email", "nobody@example.org"));
    assertThat(unknown.body()).isEqualTo(known.body()).contains("邮件已经发出");
    assertThat(
            db.sql("select count(*) from mail_outbox where recipient = 'nobody@example.org'")
                .query(Long.class)
                .single())
        .isZero();

    var matcher = LINK.matcher(mail(email));
    assertThat(matcher.find()).isTrue();
    var link = matcher.group();
    assertThat(asking.get(link).header("Location")).endsWith("/new-password");
    assertThat(asking.submit("/new-password", "/new-password", Map.of("password", "kurz")).status())
        .isEqualTo(422);
    assertThat(
            asking
                .submit("/new-password", "/new-password", Map.of("password", NEW_PASSWORD))
                .header("Location"))
        .endsWith("/sign-in");
    assertThat(browser.get("/account").status()).isEqualTo(302);
    http.browser().signIn(administrator.username(), NEW_PASSWORD);
    var again = http.browser();
    again.get(link);
    assertThat(again.get("/new-password").status()).isEqualTo(410);
  }

  @Test
  void a_reset_link_lives_an_hour_and_requests_are_slowed_down() {
    var email = administrator.username() + "@example.org";
    var asking = http.browserFrom("203.0.113.21");
    for (var i = 0; i < 3; i++)
      asking.submit("/password-reset", "/password-reset", Map.of("email", email));
    assertThat(asking.submit("/password-reset", "/password-reset", Map.of("email", email)).status())
        .isEqualTo(429);
    db.sql("update password_reset set expires_at = now() where person_id = ?")
        .param(administrator.id())
        .update();
    var matcher = LINK.matcher(mail(email));
    assertThat(matcher.find()).isTrue();
    asking.get(matcher.group());
    assertThat(asking.get("/new-password").status()).isEqualTo(410);
  }

  private String invite(String email, String role, String scope) {
    assertThat(tryInvite(email, role, scope).status()).isEqualTo(302);
    var matcher = LINK.matcher(browser.get("/people").body());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private Http.Answer tryInvite(String email, String role, String scope) {
    return tryInvite(email, role, scope, "");
  }

  private Http.Answer tryInvite(String email, String role, String scope, String until) {
    var form = new LinkedHashMap<String, String>();
    form.put("name", "新来的");
    form.put("email", email);
    form.put("role", role);
    form.put("scope", scope);
    form.put("until", until);
    return browser.submit("/people", "/people/invitations", form);
  }

  private static Http.Answer accept(Http.Browser guest, String password) {
    return guest.submit(
        "/invitation", "/invitation/acceptance", Map.of("name", "新来的", "password", password));
  }

  private String mail(String email) {
    return db.sql("select body from mail_outbox where recipient = ? order by id desc limit 1")
        .param(email)
        .query(String.class)
        .single();
  }
}
