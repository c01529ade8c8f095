package jianglian.identity.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.parks.Uscc;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SignUpTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private World.Park park;
  private Http.Browser officer;
  private String name;
  private String uscc;

  @BeforeEach
  void an_officer_is_on_duty() {
    park = world.park("东湖");
    var person = world.person("陈立", Role.LIAISON, Scope.park(park.id()));
    officer = http.browser().signIn(person.username(), World.PASSWORD);
    name = "武汉试注册" + person.id() + "科技有限公司";
    uscc = Uscc.completing("91990000MATXT%04d".formatted(person.id() % 10_000)).code();
  }

  @Test
  void a_firm_signs_up_is_checked_by_its_park_and_then_shown() {
    var firm = http.browser();
    var page = signUp(firm, "a" + uscc + "@example.org", uscc.toLowerCase()).header("Location");
    assertThat(page).contains("/organisations/");
    var path = page.substring(page.indexOf("/organisations/"));
    assertThat(firm.get(path).body()).contains(name, "待核对");
    assertThat(http.browser().get(path).status()).isEqualTo(404);
    assertThat(officer.get("/admissions").body()).contains(name, uscc, "校验位正确");

    var id = path.substring("/organisations/".length());
    var other = world.person("何苗", Role.LIAISON, Scope.park(world.park("两江").id()));
    var stranger = http.browser().signIn(other.username(), World.PASSWORD);
    assertThat(
            stranger.submit("/admissions", "/admissions/" + id + "/admission", Map.of()).status())
        .isEqualTo(404);

    assertThat(officer.submit("/admissions", "/admissions/" + id + "/admission", Map.of()).status())
        .isEqualTo(302);
    assertThat(officer.submit("/admissions", "/admissions/" + id + "/admission", Map.of()).status())
        .isEqualTo(409);
    assertThat(http.browser().get(path).status()).isEqualTo(200);
  }

  @Test
  void who_was_refused_reads_why_and_may_ask_again() {
    var firm = http.browser();
    var page = signUp(firm, "b" + uscc + "@example.org", "").header("Location");
    var path = page.substring(page.indexOf("/organisations/"));
    var id = path.substring("/organisations/".length());
    assertThat(
            officer
                .submit("/admissions", "/admissions/" + id + "/refusal", Map.of("reason", " "))
                .status())
        .isEqualTo(422);
    officer.submit(
        "/admissions", "/admissions/" + id + "/refusal", Map.of("reason", "请补充营业执照上的全称"));
    assertThat(firm.get(path).body()).contains("请补充营业执照上的全称", "未通过");
    assertThat(firm.submit(path, path + "/application", Map.of()).status()).isEqualTo(302);
    assertThat(firm.get(path).body()).contains("待核对");
  }

  @Test
  void someone_of_a_firm_that_is_here_already_asks_its_administrator_to_join() {
    var first = http.browser();
    signUp(first, "c" + uscc + "@example.org", uscc);
    var second = http.browser();
    assertThat(signUp(second, "d" + uscc + "@example.org", uscc).header("Location"))
        .endsWith("/account");
    assertThat(second.get("/account").body()).contains("已交给该单位的管理员");
    assertThat(first.get("/people").body()).contains("d" + uscc.toLowerCase());
    var request =
        db.sql(
                "select j.id from join_request j join person p on p.id = j.person_id where p.email = ?")
            .param(("d" + uscc + "@example.org").toLowerCase())
            .query(Long.class)
            .single();
    assertThat(
            second
                .submit("/account", "/people/requests/" + request + "/acceptance", Map.of())
                .status())
        .isEqualTo(404);
    assertThat(
            first
                .submit("/people", "/people/requests/" + request + "/acceptance", Map.of())
                .status())
        .isEqualTo(302);
    assertThat(second.get("/account").body()).contains(name, "成员");
    assertThat(
            db.sql("select count(*) from organisation where uscc = ?")
                .param(uscc)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void everything_wrong_is_told_at_once_and_what_was_typed_stays() {
    var form = new LinkedHashMap<>(form("no address", "91990000MATXT00009"));
    form.put("name", "x");
    form.put("person", "<script>alert(1)</script>" + "长".repeat(10_000));
    form.put("password", "kurz");
    form.put("park", "00000000");
    var answer = http.browser().submit("/sign-up", "/sign-up", form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("请选择所在园区", "单位全称", "校验位不对", "不超过 60 字", "完整的邮箱地址", "密码至少 10 个字符", "no address")
        .doesNotContain("<script>alert");
  }

  @Test
  void an_address_has_one_account() {
    signUp(http.browser(), "e" + uscc + "@example.org", "");
    var again = signUp(http.browser(), "Ｅ" + uscc + "@EXAMPLE.org", "");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("已有账号");
  }

  @Test
  void a_foreign_firm_gives_country_and_number() {
    var form = new LinkedHashMap<>(form("f" + uscc + "@example.org", ""));
    form.put("number", "HRB " + uscc);
    assertThat(http.browser().submit("/sign-up", "/sign-up", form).body()).contains("请选择注册国家或地区");
    form.put("country", "DE");
    assertThat(http.browser().submit("/sign-up", "/sign-up", form).status()).isEqualTo(302);
  }

  private Http.Answer signUp(Http.Browser browser, String email, String number) {
    return browser.submit("/sign-up", "/sign-up", form(email, number));
  }

  private Map<String, String> form(String email, String number) {
    return Map.of(
        "park",
        park.code(),
        "name",
        name,
        "kind",
        "enterprise",
        "uscc",
        number,
        "person",
        "顾一鸣",
        "email",
        email,
        "password",
        "清水塘边的老厂房2026");
  }
}
