package jianglian.cooperation.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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
class PostingTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private World.Park park;
  private World.Firm firm;
  private Http.Browser member;
  private Http.Browser officer;

  @BeforeEach
  void people() {
    park = world.park("合肥");
    firm = world.firm("合肥智臂机器人有限公司" + park.id(), park);
    member = browser("顾一鸣", Role.ORGANISATION_MEMBER, Scope.organisation(firm.id()));
    officer = browser("陈立", Role.LIAISON, Scope.park(park.id()));
  }

  private Http.Browser browser(String name, Role role, Scope scope) {
    return http.browser().signIn(world.person(name, role, scope).username(), World.PASSWORD);
  }

  private static Map<String, String> form(String... more) {
    var form = new HashMap<String, String>();
    form.put("type", "technology");
    form.put("title", "协作臂寻高刚度谐波减速器");
    form.put("text", "速比 100，回差小于 10 角秒，寿命一万小时。");
    for (var i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
    return form;
  }

  private String post(Http.Browser browser, Map<String, String> form) {
    var answer = browser.submit("/needs/new", "/needs/new", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private String state(String address) {
    return db.sql("select state from listing where id = :id")
        .param("id", Long.parseLong(address.replaceAll("\\D", "")))
        .query(String.class)
        .single();
  }

  @Test
  void a_firm_posts_and_its_park_checks_before_it_is_public() {
    var address =
        post(
            member,
            form(
                "amountMin",
                "80",
                "amountMax",
                "1.2亿",
                "industries",
                "工业机器人制造",
                "regions",
                "湖北、合肥"));
    assertThat(state(address)).isEqualTo("park-check");
    assertThat(member.get(address).body()).contains("园区初审", "80 万至 12,000 万元", "工业机器人制造", "湖北省");
    assertThat(http.browser().get(address).status()).isEqualTo(404);
    assertThat(officer.get("/review/listings").body()).contains("协作臂寻高刚度谐波减速器");
    var id = address.replaceAll("\\D", "");
    officer.submit("/review/listings", "/review/listings/" + id + "/check", Map.of());
    assertThat(state(address)).isEqualTo("open");
    assertThat(http.browser().get(address).status()).isEqualTo(200);
  }

  @Test
  void what_is_sent_back_tells_its_reason_and_goes_to_check_again() {
    var address = post(member, form());
    var id = address.replaceAll("\\D", "");
    officer.submit(
        "/review/listings", "/review/listings/" + id + "/return", Map.of("reason", "请写明外径"));
    assertThat(state(address)).isEqualTo("returned");
    assertThat(member.get(address).body()).contains("请写明外径");
    var changed =
        member.submit(address + "/edit", address + "/edit", form("text", "外径 70 毫米，速比 100。"));
    assertThat(changed.status()).isEqualTo(302);
    assertThat(state(address)).isEqualTo("park-check");
  }

  @Test
  void a_return_needs_its_reason() {
    var id = post(member, form()).replaceAll("\\D", "");
    var answer =
        officer.submit(
            "/review/listings", "/review/listings/" + id + "/return", Map.of("reason", " "));
    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void only_its_own_park_checks() {
    var id = post(member, form()).replaceAll("\\D", "");
    var stranger = browser("何苗", Role.PARK_ADMINISTRATOR, Scope.park(world.park("南京").id()));
    assertThat(stranger.get("/review/listings").body()).doesNotContain("listing-" + id);
    assertThat(
            stranger
                .submit("/review/listings", "/review/listings/" + id + "/check", Map.of())
                .status())
        .isEqualTo(404);
    assertThat(member.submit("/needs/new", "/review/listings/" + id + "/check", Map.of()).status())
        .isEqualTo(404);
    assertThat(member.get("/review/listings").status()).isEqualTo(403);
  }

  @Test
  void an_officer_posts_for_a_firm_of_the_park_and_it_is_open() {
    var address = post(officer, form("firm", firm.name()));
    assertThat(state(address)).isEqualTo("open");
    assertThat(http.browser().get(address).body()).contains(firm.name());
    var wrong = officer.submit("/needs/new", "/needs/new", form("firm", "外地公司", "title", "另一条需求"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("外地公司");
  }

  @Test
  void faults_stand_beside_their_fields_and_nothing_typed_is_lost() {
    var answer =
        member.submit(
            "/needs/new",
            "/needs/new",
            form(
                "title", "求",
                "amountMin", "很多",
                "industries", "机器人",
                "validUntil", "2020-01-01",
                "keywords", "越障<script>"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("标题太短", "请填写数字", "您是不是要找", "有效期已过", "value=\"很多\"", "越障&lt;script>")
        .contains("速比 100，回差小于 10 角秒");
  }

  @Test
  void a_visitor_signs_in_first_and_a_council_member_cannot_post() {
    assertThat(http.browser().get("/needs/new").header("Location")).contains("/sign-in");
    var council = browser("理事", Role.COUNCIL_MEMBER, Scope.park(park.id()));
    assertThat(council.get("/needs/new").status()).isEqualTo(403);
  }

  @Test
  void what_is_typed_is_kept_as_a_draft() {
    var kept =
        member.submit(
            "/offers/new", "/offers/draft", Map.of("title", "写到一半的标题", "amountMin", "约八十"));
    assertThat(kept.body()).contains("草稿已保存");
    assertThat(member.get("/offers/new").body()).contains("写到一半的标题", "约八十");
    assertThat(member.get("/needs/new").body()).doesNotContain("写到一半的标题");
    member.submit("/offers/new", "/offers/new", form("title", "谐波减速器小批量供货"));
    assertThat(member.get("/offers/new").body()).doesNotContain("写到一半的标题");
  }

  @Test
  void the_same_words_are_posted_once() {
    post(member, form());
    var again =
        member.submit("/needs/new", "/needs/new", form("text", "速比 100，回差小于 10 角秒，寿命一万小时。  "));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("已经发布过同样的内容");
  }

  @Test
  void its_people_pause_renew_solve_and_nobody_else_does() {
    var address = post(officer, form("firm", firm.name(), "title", "暂停与续期的需求"));
    member.submit(address, address + "/pause", Map.of());
    assertThat(state(address)).isEqualTo("paused");
    assertThat(http.browser().get(address).status()).isEqualTo(404);
    member.submit(address, address + "/resumption", Map.of());
    assertThat(state(address)).isEqualTo("open");
    var other = world.firm("别的公司" + park.id(), park);
    var stranger = browser("路人", Role.ORGANISATION_MEMBER, Scope.organisation(other.id()));
    assertThat(stranger.submit("/needs/new", address + "/pause", Map.of()).status()).isEqualTo(403);
    member.submit(address, address + "/solution", Map.of());
    assertThat(state(address)).isEqualTo("solved");
    assertThat(member.submit("/needs/new", address + "/renewal", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void an_edit_of_another_firms_hidden_listing_is_not_found() {
    var address = post(member, form());
    var other = world.firm("邻居公司" + park.id(), park);
    var stranger = browser("路人", Role.ORGANISATION_MEMBER, Scope.organisation(other.id()));
    assertThat(stranger.get(address).status()).isEqualTo(404);
    assertThat(stranger.get(address + "/edit").status()).isEqualTo(404);
    assertThat(stranger.submit("/needs/new", address + "/edit", form()).status()).isEqualTo(404);
  }

  @Test
  void names_are_suggested_while_typing() {
    assertThat(member.get("/words/industries?industries=" + enc("3492、工业机器")).body())
        .contains("value=\"3492、工业机器人制造\"");
    assertThat(member.get("/words/regions?regions=" + enc("武")).body()).contains("武汉市");
  }

  private static String enc(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
