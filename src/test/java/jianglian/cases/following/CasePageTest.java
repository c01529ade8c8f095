package jianglian.cases.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.QueryCount;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class CasePageTest {
  private static final byte[] PDF = "%PDF-1.7 意向书".getBytes(StandardCharsets.UTF_8);

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired QueryCount queries;

  private Introduced introduced;
  private Introduced.Pair pair;
  private String address;
  private Http.Browser wang;
  private Http.Browser chen;

  @BeforeEach
  void a_case_between_two_parks() {
    introduced = new Introduced(world, http, db);
    pair = introduced.pair();
    address = introduced.opened(pair);
    wang = introduced.browser(pair.need().officer());
    chen = introduced.browser(pair.offer().officer());
  }

  private Http.Answer act(Http.Browser who, String act, Map<String, String> fields) {
    return who.submit("/cases", address + "/" + act, fields);
  }

  private void taken() {
    assertThat(act(wang, "taking", Map.of()).status()).isEqualTo(302);
    assertThat(act(chen, "taking", Map.of()).status()).isEqualTo(302);
  }

  private String api() {
    return "/api/v1" + address;
  }

  private Http.Api park(Introduced.SideOf side) {
    return http.api(side.park().token());
  }

  @Test
  void both_officers_take_it_and_it_goes_its_way_to_the_end() {
    assertThat(chen.get(address).body())
        .contains("对接-", "待受理", "请受理这张对接单", "联络员 陈立", "替补 何苗", "联络员 王岚", "轮到您");
    taken();
    assertThat(wang.get(address).body()).contains("已受理", "下一步：联系双方企业", "当天答复");

    assertThat(step("in-contact", "已与双方通话").status()).isEqualTo(302);
    assertThat(step("met", "视频洽谈，双方确认样机参数").status()).isEqualTo(302);
    var letter =
        wang.upload(
            "/cases",
            address + "/steps",
            Map.of("to", "letter-of-intent", "note", "双方签字", "next", "1"),
            "file",
            "意向书.pdf",
            PDF);
    assertThat(letter.status()).isEqualTo(302);
    assertThat(chen.get(address).body())
        .contains("意向书.pdf", "下一步：上传协议或合同", "轮到您")
        .doesNotContain("签约成功");
    assertThat(step("agreement", "").status()).isEqualTo(302);
    assertThat(step("realised", "首批 200 台到位").status()).isEqualTo(302);
    assertThat(act(wang, "closure", Map.of("closing-result", "helped")).status()).isEqualTo(302);
    assertThat(chen.get(address).body()).contains("已结案", "已帮到", "结案：已帮到");
    assertThat(park(pair.need()).get(api()).json().path("result").asString()).isEqualTo("helped");
  }

  private Http.Answer step(String to, String note) {
    return act(wang, "steps", Map.of("to", to, "note", note));
  }

  @Test
  void a_step_out_of_order_is_refused_and_says_why() {
    taken();
    var wrong = step("agreement", "");
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.body()).contains("已受理", "协议、合同");
  }

  @Test
  void wrong_input_shows_the_form_again_with_what_was_typed() {
    taken();
    var wrong =
        List.of(
            Map.of("to", "nowhere"),
            Map.of("to", "in-contact", "until", "2020-01-01", "note", "约好周五"),
            Map.of("to", "in-contact", "until", "周五"),
            Map.of("to", "in-contact", "next", "9"),
            Map.of("to", "in-contact", "note", "长".repeat(4001)),
            Map.of("to", "not-reached"));
    for (var fields : wrong) assertThat(act(wang, "steps", fields).status()).isEqualTo(422);
    assertThat(act(wang, "steps", Map.of("to", "in-contact", "until", "周五", "note", "约好周五")).body())
        .contains("约好周五", "日期须在今天之后一年以内");
    assertThat(act(wang, "notes", Map.of("text", " ")).status()).isEqualTo(422);
    assertThat(act(wang, "closure", Map.of("closing-result", "refused")).status()).isEqualTo(422);
    assertThat(act(wang, "closure", Map.of("closing-result", "won")).status()).isEqualTo(422);
  }

  @Test
  void talks_that_end_say_why_and_may_begin_again() {
    taken();
    assertThat(act(wang, "steps", Map.of("to", "not-reached", "reason", "price-or-terms")).status())
        .isEqualTo(302);
    assertThat(wang.get(address).body()).contains("未达成", "价格或条件不合");
    assertThat(step("in-contact", "价格有了新方案").status()).isEqualTo(302);
  }

  @Test
  void a_firm_records_contact_and_meetings_but_no_signatures() {
    taken();
    var firm = introduced.browser(pair.offer().member());
    assertThat(act(firm, "steps", Map.of("to", "met", "note", "在武汉看了样机")).status()).isEqualTo(302);
    assertThat(act(firm, "steps", Map.of("to", "letter-of-intent")).status()).isEqualTo(403);
    assertThat(act(firm, "taking", Map.of()).status()).isEqualTo(403);
    assertThat(act(firm, "closure", Map.of("closing-result", "helped")).status()).isEqualTo(403);
    assertThat(
            act(firm, "closure", Map.of("closing-result", "refused", "closing-reason", "too-early"))
                .status())
        .isEqualTo(302);
  }

  @Test
  void handing_over_gives_the_case_to_the_substitute() {
    assertThat(act(chen, "handover", Map.of("side", "1")).status()).isEqualTo(302);
    assertThat(chen.get(address).body()).contains("联络员 何苗", "替补 陈立", "转由 何苗 办理");
    assertThat(act(chen, "handover", Map.of("side", "0")).status()).isEqualTo(403);
  }

  @Test
  void notes_among_officers_stay_among_officers() {
    act(chen, "notes", Map.of("text", "企业近期有资金压力", "visibility", "officers"));
    act(chen, "notes", Map.of("text", "<script>alert(1)</script> 样机周五寄出"));
    var firm = introduced.browser(pair.offer().member());
    assertThat(wang.get(address).body()).contains("企业近期有资金压力", "样机周五寄出");
    assertThat(firm.get(address).body())
        .contains("样机周五寄出", "&lt;script&gt;")
        .doesNotContain("企业近期有资金压力", "<script>alert");
    assertThat(act(firm, "notes", Map.of("text", "密", "visibility", "officers")).status())
        .isEqualTo(403);
  }

  private Http.Answer upload(Http.Browser who, String name, byte[] content) {
    return who.upload("/cases", address + "/documents", Map.of(), "document", name, content);
  }

  private String document(Http.Browser who) {
    var body = who.get(address).body();
    return body.replaceAll("(?s).*href=\"([^\"]*/documents/\\d+)\".*", "$1");
  }

  @Test
  void a_document_is_a_download_only_for_those_on_the_case() {
    assertThat(upload(chen, "..\\<b>参数表</b>.pdf", PDF).status()).isEqualTo(302);
    var path = document(chen);
    var got = introduced.browser(pair.need().member()).get(path);
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(got.header("Content-Disposition")).startsWith("attachment;").contains("UTF-8''");
    assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(got.header("Content-Security-Policy")).contains("sandbox");
    assertThat(got.header("Cache-Control")).contains("no-store");
    assertThat(chen.get(address).body()).contains("看过：越野经理").doesNotContain("<b>参数");

    var stranger = world.person("旁人", Role.LIAISON, Scope.park(world.park("南京").id()));
    assertThat(introduced.browser(stranger).get(path).status()).isEqualTo(404);
    assertThat(http.browser().get(path).status()).isEqualTo(404);
  }

  @Test
  void a_document_may_be_taken_off_by_who_put_it_there_or_an_officer() {
    var firm = introduced.browser(pair.offer().member());
    assertThat(upload(firm, "参数表.pdf", PDF).status()).isEqualTo(302);
    var path = document(chen);
    var other = introduced.browser(pair.need().member());
    assertThat(other.submit("/cases", path + "/removal", Map.of()).status()).isEqualTo(404);
    assertThat(firm.submit("/cases", path + "/removal", Map.of()).status()).isEqualTo(302);
    assertThat(chen.get(path).status()).isEqualTo(404);
    assertThat(chen.get(address).body()).contains("已移除");
  }

  @Test
  void wrong_and_too_large_files_are_refused() {
    assertThat(upload(chen, "页面.html", "<html>".getBytes(StandardCharsets.UTF_8)).body())
        .contains("不能上传这种文件");
    assertThat(upload(chen, "假.pdf", "<html>".getBytes(StandardCharsets.UTF_8)).body())
        .contains("文件内容与扩展名不符");
    assertThat(upload(chen, "", new byte[0]).status()).isEqualTo(422);
    var large = new byte[21 * 1024 * 1024];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    var answer = upload(chen, "大.pdf", large);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("超过 20 MB");
  }

  @Test
  void nobody_else_sees_the_case_and_who_only_reads_changes_nothing() {
    var neighbourFirm = world.firm("旁观（示例）有限公司", pair.offer().park());
    var neighbour =
        world.person("邻居", Role.ORGANISATION_MEMBER, Scope.organisation(neighbourFirm.id()));
    var elsewhere = world.park("合肥");
    var stranger = world.person("旁人", Role.PARK_ADMINISTRATOR, Scope.park(elsewhere.id()));
    var councillor = world.person("理事", Role.COUNCIL_MEMBER, Scope.ALLIANCE);
    for (var who : new World.Someone[] {neighbour, stranger, councillor}) {
      var browser = introduced.browser(who);
      assertThat(browser.get(address).status()).isEqualTo(404);
      assertThat(act(browser, "notes", Map.of("text", "我也想看")).status()).isEqualTo(404);
      assertThat(browser.get("/cases?state=all").body()).doesNotContain("消防机器人越障底盘");
    }
    assertThat(http.browser().get(address).status()).isEqualTo(404);
    assertThat(http.api().get(api()).status()).isEqualTo(404);
    assertThat(http.api(elsewhere.token()).get(api()).status()).isEqualTo(404);

    for (var role : new Role[] {Role.AUDITOR, Role.SECRETARIAT}) {
      var reader = introduced.browser(world.person("审阅", role, Scope.ALLIANCE));
      assertThat(reader.get(address).status()).isEqualTo(200);
      assertThat(reader.get(address).body()).doesNotContain(address + "/notes");
      assertThat(act(reader, "notes", Map.of("text", "改一笔")).status()).isEqualTo(403);
      assertThat(act(reader, "taking", Map.of()).status()).isEqualTo(403);
      assertThat(act(reader, "steps", Map.of("to", "met")).status()).isEqualTo(403);
      assertThat(act(reader, "handover", Map.of("side", "0")).status()).isEqualTo(403);
      assertThat(act(reader, "closure", Map.of("closing-result", "helped")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void a_parks_system_follows_and_moves_its_case() {
    var need = park(pair.need());
    var offer = park(pair.offer());
    assertThat(need.post(api() + "/steps", "{\"to\":\"taken\"}").status()).isEqualTo(200);
    var taken = offer.post(api() + "/steps", "{\"to\":\"taken\"}");
    assertThat(taken.json().path("state").asString()).isEqualTo("taken");
    var key = Map.of("Idempotency-Key", "step-1");
    var step = "{\"to\":\"in-contact\",\"note\":\"已通话\"}";
    assertThat(need.post(api() + "/steps", step, key).status()).isEqualTo(200);
    assertThat(need.post(api() + "/steps", step, key).status()).isEqualTo(200);
    assertThat(need.post(api() + "/steps", step).status()).isEqualTo(409);
    assertThat(need.post(api() + "/steps", "{\"to\":\"signed\"}").status()).isEqualTo(422);
    assertThat(need.post(api() + "/steps", "{\"too\":\"met\"}").status()).isEqualTo(422);
    assertThat(need.post(api() + "/steps", "[]").status()).isEqualTo(400);
    assertThat(
            need.post(api() + "/steps", "{\"to\":\"closed\",\"result\":\"unreachable\"}").status())
        .isEqualTo(422);
    var closed =
        offer.post(
            api() + "/steps",
            "{\"to\":\"closed\",\"result\":\"unreachable\",\"reason\":\"other\"}");
    assertThat(closed.json().path("result").asString()).isEqualTo("unreachable");
    assertThat(closed.json().path("steps").size()).isGreaterThan(3);
    assertThat(need.get("/api/v1/cases?state=closed").json().path("items").size()).isEqualTo(1);
    assertThat(http.api().post(api() + "/steps", step).status()).isEqualTo(401);
  }

  @Test
  void after_closing_the_two_may_try_again() {
    taken();
    act(wang, "closure", Map.of("closing-result", "nothing-available"));
    assertThat(introduced.opened(pair)).isNotEqualTo(address);
  }

  @Test
  void the_list_shows_ones_cases_with_their_clocks() {
    assertThat(chen.get("/cases").body()).contains("消防机器人越障底盘", "轮到您：", "还剩");
    assertThat(chen.get("/cases?state=closed").body()).doesNotContain("消防机器人越障底盘");
    assertThat(chen.get("/cases?state=nonsense&mine=true").status()).isEqualTo(200);
    assertThat(http.browser().get("/cases").status()).isEqualTo(302);
  }

  @Test
  void it_reads_in_english_too() {
    assertThat(chen.get(address + "?lang=en").body()).contains("Your turn", "Waiting to be taken");
  }

  @Test
  void a_page_asks_the_database_at_most_five_times() {
    for (var path : List.of(address, "/cases", "/interests", "/inbox", "/officers")) {
      assertThat(chen.get(path).status()).isEqualTo(200);
      assertThat(queries.of(path)).as(path).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    }
  }
}
