package jianglian.publishing.writing;

import static jianglian.publishing.writing.Desk.NEW;
import static jianglian.publishing.writing.Desk.notice;
import static jianglian.publishing.writing.Desk.page;
import static jianglian.publishing.writing.Desk.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
class WritingTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private World.Park park;
  private Desk desk;

  @BeforeEach
  void people() {
    park = world.park("芜湖");
    desk = new Desk(browser("林青", Role.PARK_ADMINISTRATOR, Scope.park(park.id())));
  }

  private Http.Browser browser(String name, Role role, Scope scope) {
    return http.browser().signIn(world.person(name, role, scope).username(), World.PASSWORD);
  }

  private void decide(long id, String act, Map<String, String> fields) {
    var secretary = browser("周敏", Role.SECRETARIAT, Scope.ALLIANCE);
    var answer = secretary.submit("/review/releases", "/review/releases/" + id + "/" + act, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  private String state(long id) {
    return db.sql("select state from release where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<String> acts(long id) {
    return db.sql(
            "select act from audit_entry where object_kind = 'release' and object_id = :id order by id")
        .param("id", "" + id)
        .query(String.class)
        .list();
  }

  private long releases() {
    return db.sql("select count(*) from release where park_id = :park")
        .param("park", park.id())
        .query(Long.class)
        .single();
  }

  @Test
  void a_draft_is_kept_then_submitted_checked_and_public() {
    var id = desk.written("save", Map.of("kind", "policy", "title", "关于支持人形机器人的措施"));
    assertThat(state(id)).isEqualTo("draft");
    assertThat(http.browser().get("/releases/" + id).status()).isEqualTo(404);
    var submitted =
        desk.write(
            page(id),
            "submit",
            policy(
                "documentNumber", "芜新管[2026] 012号",
                "issuer", "芜湖高新区管委会",
                "validUntil", "2099-12-31",
                "industries", "工业机器人制造",
                "regions", "安徽",
                "audience", "enterprise",
                "clauses/0/title", "中试奖励",
                "clauses/0/audience", "整机企业",
                "clauses/0/conditions", "单台不低于50万元\n在本区登记",
                "clauses/0/support", "最高 300 万元",
                "clauses/0/amountMax", "300万",
                "clauses/0/delivery", "fast",
                "sourceUrl", "https://example.org/12"));
    assertThat(submitted.header("Location")).endsWith(page(id) + "?done=submit");
    assertThat(state(id)).isEqualTo("in-review");
    assertThat(desk.browser().get(page(id) + "?done=submit").body()).contains("已提交，等联盟审核");
    decide(id, "publication", Map.of());
    assertThat(http.browser().get("/releases/" + id).body())
        .contains(
            "<strong>整机企业</strong>",
            "芜新管〔2026〕12号",
            "工业机器人制造",
            "中试奖励",
            "<li>在本区登记</li>",
            "3,000,000 元",
            "快申快享");
    assertThat(acts(id))
        .containsExactly("release-drafted", "release-submitted", "release-published");
  }

  @Test
  void a_notice_is_public_at_once_and_its_change_too() {
    var id = desk.written("submit", notice());
    assertThat(state(id)).isEqualTo("published");
    var open = desk.browser().get(page(id)).body();
    assertThat(open).contains("发布修改", "在本区登记的**整机企业**").doesNotContain("存草稿");
    var changed = desk.write(page(id), "submit", notice("title", "关于报送中试需求的通知"));
    assertThat(changed.status()).isEqualTo(302);
    assertThat(http.browser().get("/releases/" + id).body()).contains("关于报送中试需求的通知");
    assertThat(desk.browser().get("/releases/" + id + "/history").body())
        .contains("<ins>关于报送中试需求的通知</ins>", "林青");
    assertThat(acts(id)).containsExactly("release-written", "release-edited");
  }

  @Test
  void what_is_sent_back_shows_its_reason_and_is_corrected() {
    var id = desk.written("submit", policy());
    decide(id, "return", Map.of("reason", "请写明资金来源<b>"));
    var open = desk.browser().get(page(id)).body();
    assertThat(open).contains("联盟退回修改", "请写明资金来源&lt;b&gt;");
    assertThat(desk.browser().get("/park-interface/releases").body())
        .contains("请写明资金来源&lt;b&gt;", "去修改");
    desk.write(page(id), "save", policy("body", "资金来自区财政。"));
    assertThat(state(id)).isEqualTo("returned");
    desk.write(page(id), "submit", policy("body", "资金来自区财政。"));
    assertThat(state(id)).isEqualTo("in-review");
  }

  @Test
  void everything_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
    var answer =
        desk.write(
            NEW,
            "submit",
            Map.ofEntries(
                Map.entry("kind", ""),
                Map.entry("title", " "),
                Map.entry("body", ""),
                Map.entry("publishedOn", "2026-03-01"),
                Map.entry("validUntil", "2025-01-01"),
                Map.entry("industries", "机器人"),
                Map.entry("regions", "火星"),
                Map.entry("audience", "robots"),
                Map.entry("sourceUrl", "javascript:alert(1)"),
                Map.entry("issuer", "芜湖高新区管委会"),
                Map.entry("clauses/4/amountMax", "很多"),
                Map.entry("clauses/7/title", "第二条"),
                Map.entry("clauses/7/delivery", "tomorrow")));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "href=\"#f-kind\"",
            "href=\"#f-title\"",
            "href=\"#f-body\"",
            "href=\"#f-validUntil\"",
            "href=\"#f-industries\"",
            "href=\"#f-regions\"",
            "href=\"#f-audience\"",
            "href=\"#f-sourceUrl\"",
            "href=\"#f-clauses/0/title\"",
            "href=\"#f-clauses/0/amountMax\"",
            "href=\"#f-clauses/1/delivery\"",
            "条款 1 条款名称：必填",
            "您是不是要找",
            "没有找到“火星”",
            "value=\"很多\"",
            "value=\"第二条\"",
            "value=\"javascript:alert(1)\"",
            "value=\"机器人\"",
            "value=\"芜湖高新区管委会\"")
        .doesNotContain("href=\"javascript");
    assertThat(releases()).isZero();
  }

  @Test
  void a_very_long_text_comes_back_whole_with_what_is_wrong() {
    var long500k = "长".repeat(500_001);
    var answer = desk.write(NEW, "submit", notice("body", long500k));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("太长，最多 500,000 个字").contains(long500k);
  }

  @Test
  void a_draft_needs_no_more_than_kind_and_title() {
    var without = desk.write(NEW, "save", Map.of("body", "只有正文"));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("href=\"#f-title\"", "只有正文").doesNotContain("#f-body");
    var id = desk.written("save", policy());
    desk.write(page(id), "save", policy("body", ""));
    assertThat(
            db.sql("select body_source from release where id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .isEmpty();
    assertThat(desk.write(page(id), "submit", policy("body", "")).status()).isEqualTo(422);
  }

  @Test
  void script_in_every_field_is_harmless() {
    var evil = "<script>alert(1)</script>";
    var form = new HashMap<String, String>();
    for (var name : List.of("title", "summary", "body", "documentNumber", "issuer")) {
      form.put(name, evil);
    }
    for (var name : List.of("title", "audience", "conditions", "support", "office")) {
      form.put("clauses/0/" + name, evil);
    }
    form.put("body", evil + "<p onclick=\"alert(1)\">正文</p>");
    form.put("kind", "notice");
    form.put("sourceUrl", "https://example.org/?" + evil);
    assertThat(desk.write(NEW, "preview", form).body()).doesNotContain(evil);
    var wrong = new HashMap<>(form);
    for (var name : List.of("industries", "regions", "audience", "publishedOn", "bodyFormat")) {
      wrong.put(name, evil);
    }
    assertThat(desk.write(NEW, "submit", wrong).body()).doesNotContain(evil);
    var id = desk.written("submit", form);
    for (var where : List.of(page(id), "/park-interface/releases", "/park-interface")) {
      assertThat(desk.browser().get(where).body()).doesNotContain(evil);
    }
    assertThat(http.browser().get("/releases/" + id).body())
        .doesNotContain(evil)
        .doesNotContain("onclick=\"alert");
  }

  @Test
  void a_preview_shows_what_readers_will_see_and_saves_nothing() {
    var answer =
        desk.write(
            NEW,
            "preview",
            policy(
                "body",
                "**重点**\n<img src=x onerror=alert(1)>",
                "bodyFormat",
                "markdown",
                "documentNumber",
                "文号：芜新管[2026] 012号",
                "clauses/0/title",
                "中试奖励"));
    assertThat(answer.status()).isEqualTo(200);
    var preview = answer.body().substring(answer.body().indexOf("id=\"preview\""));
    assertThat(preview)
        .contains("<strong>重点</strong>", "芜新管〔2026〕12号", "中试奖励")
        .doesNotContain("onerror");
    assertThat(answer.body()).contains("系统理解为：芜新管〔2026〕12号", "value=\"文号：芜新管[2026] 012号\"");
    assertThat(releases()).isZero();
  }

  @Test
  void a_document_number_is_shown_as_it_is_understood_while_typing() {
    var understood =
        desk.browser().get("/park-interface/document-number?documentNumber=%E8%8A%9C%5B2026%5D7");
    assertThat(understood.body()).contains("芜〔2026〕7号");
    assertThat(desk.browser().get("/park-interface/document-number?documentNumber=x").body())
        .contains("没有认出");
  }

  @Test
  void clauses_are_added_moved_and_taken_out_before_anything_is_saved() {
    var two = policy("clauses/0/title", "第一条", "clauses/1/title", "第二条");
    assertThat(desk.write(NEW, "add-clause", two).body())
        .contains("name=\"clauses/2/title\"", "value=\"第二条\"", "关于支持人形机器人中试的若干措施");
    var moved = desk.write(NEW, "up-clause-1", two).body();
    assertThat(moved.indexOf("value=\"第二条\"")).isLessThan(moved.indexOf("value=\"第一条\""));
    assertThat(desk.write(NEW, "remove-clause-0", two).body())
        .contains("name=\"clauses/0/title\" type=\"text\" value=\"第二条\"")
        .doesNotContain("第一条");
    assertThat(desk.write(NEW, "remove-clause-9", two).status()).isEqualTo(200);
    assertThat(releases()).isZero();
  }

  @Test
  void what_is_typed_is_kept_until_it_is_sent_or_thrown_away() {
    var kept =
        desk.browser()
            .submit(NEW, NEW + "/draft", Map.of("title", "写到一半", "clauses/0/title", "半条"));
    assertThat(kept.body()).contains("已自动保存");
    assertThat(desk.browser().get(NEW).body()).contains("没写完的内容", "写到一半", "半条");
    var colleague = browser("许江", Role.LIAISON, Scope.park(park.id()));
    assertThat(colleague.get(NEW).body()).doesNotContain("写到一半");
    assertThat(desk.browser().submit(NEW, NEW + "/draft/removal", Map.of()).status())
        .isEqualTo(302);
    assertThat(desk.browser().get(NEW).body()).doesNotContain("写到一半");

    var id = desk.written("submit", notice());
    var form = desk.typed(page(id), notice("title", "改到一半"));
    desk.browser().submit(page(id), page(id) + "/draft", form);
    assertThat(desk.browser().get(page(id)).body()).contains("还没提交的修改", "value=\"改到一半\"");
    assertThat(http.browser().get("/releases/" + id).body()).doesNotContain("改到一半");
    desk.press(page(id), "submit", form);
    assertThat(desk.browser().get(page(id)).body()).doesNotContain("还没提交的修改");
  }

  @Test
  void a_form_kept_after_it_was_sent_does_not_come_back() {
    var form = desk.typed(NEW, notice());
    desk.press(NEW, "submit", form);
    desk.browser().submit(NEW, NEW + "/draft", form);
    assertThat(desk.browser().get(NEW).body()).doesNotContain("没写完的内容");
  }

  @Test
  void a_form_sent_many_times_at_once_makes_one_release() throws Exception {
    var form = desk.typed(NEW, notice());
    form.put("act", "submit");
    var browser = desk.browser();
    browser.get(NEW);
    try (var threads = Executors.newFixedThreadPool(6)) {
      var calls =
          IntStream.range(0, 6)
              .<Callable<Http.Answer>>mapToObj(_ -> () -> browser.submit(NEW, NEW, form))
              .toList();
      var answers = threads.invokeAll(calls).stream().map(it -> it.resultNow()).toList();
      assertThat(answers).extracting(Http.Answer::status).containsOnly(302);
    }
    assertThat(releases()).isEqualTo(1);
  }

  @Test
  void another_persons_change_is_not_written_over_and_nothing_typed_is_lost() {
    var id = desk.written("submit", notice());
    var mine = desk.typed(page(id), notice("title", "我改的标题", "issuer", "我填的机关"));
    var colleague = new Desk(browser("许江", Role.LIAISON, Scope.park(park.id())));
    colleague.write(page(id), "submit", notice("title", "同事改的标题"));
    var answer = desk.press(page(id), "submit", mine);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body())
        .contains("许江在", "您的修改没有保存", "标题、发文机关", "value=\"我改的标题\"", "value=\"我填的机关\"");
    assertThat(http.browser().get("/releases/" + id).body()).contains("同事改的标题");
    var seen = answer.body().replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    mine.put("seen", seen);
    assertThat(desk.press(page(id), "submit", mine).status()).isEqualTo(302);
    assertThat(http.browser().get("/releases/" + id).body()).contains("我改的标题", "我填的机关");
  }

  @Test
  void a_draft_that_was_published_meanwhile_is_not_changed_by_saving_a_draft() {
    var id = desk.written("save", notice());
    var mine = desk.typed(page(id), notice("title", "半成品"));
    new Desk(browser("许江", Role.LIAISON, Scope.park(park.id())))
        .write(page(id), "submit", notice());
    var moved = desk.press(page(id), "save", mine);
    assertThat(moved.status()).isEqualTo(409);
    assertThat(moved.body()).contains("状态刚刚变成“已发布”", "value=\"半成品\"");
    mine.put("seen", "1-published");
    assertThat(desk.press(page(id), "save", mine).status()).isEqualTo(409);
    assertThat(http.browser().get("/releases/" + id).body()).doesNotContain("半成品");
  }

  @Test
  void a_withdrawal_is_undone_and_what_the_alliance_has_looked_at_is_public_again() {
    var id = desk.written("submit", policy());
    decide(id, "publication", Map.of());
    desk.act(id, "withdrawal", Map.of());
    assertThat(http.browser().get("/releases/" + id).status()).isEqualTo(404);
    assertThat(desk.browser().get(page(id) + "?done=withdraw").body()).contains("已由本园区下线", "恢复");
    assertThat(desk.act(id, "withdrawal", Map.of()).status()).isEqualTo(409);
    desk.act(id, "restoration", Map.of());
    assertThat(http.browser().get("/releases/" + id).status()).isEqualTo(200);
    assertThat(desk.act(id, "restoration", Map.of()).status()).isEqualTo(409);
    assertThat(acts(id)).endsWith("release-withdrawn", "release-brought-back");
  }

  @Test
  void a_draft_put_away_comes_back_as_a_draft() {
    var id = desk.written("save", notice());
    desk.act(id, "withdrawal", Map.of());
    desk.act(id, "restoration", Map.of());
    assertThat(state(id)).isEqualTo("draft");
  }

  @Test
  void what_the_alliance_took_off_comes_back_only_changed_and_checked() {
    var id = desk.written("submit", notice());
    decide(id, "withdrawal", Map.of("reason", "内容有误"));
    assertThat(desk.act(id, "restoration", Map.of()).status()).isEqualTo(409);
    assertThat(desk.browser().get(page(id)).body()).contains("由联盟下线", "内容有误");
    desk.write(page(id), "submit", notice("title", "更正后的通知"));
    assertThat(state(id)).isEqualTo("in-review");
  }

  @Test
  void what_has_run_out_is_confirmed_to_hold() {
    var id =
        desk.written("submit", notice("publishedOn", "2024-01-01", "validUntil", "2024-12-31"));
    assertThat(state(id)).isEqualTo("stale");
    assertThat(desk.browser().get("/park-interface/releases").body()).contains("确认有效期");
    var past = desk.act(id, "validity", Map.of("until", "2024-12-31"));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.body()).contains("这个日期已经过了");
    assertThat(desk.act(id, "validity", Map.of("until", "")).status()).isEqualTo(422);
    desk.act(id, "validity", Map.of("until", "2099-12-31"));
    assertThat(state(id)).isEqualTo("published");
    assertThat(desk.act(id, "validity", Map.of("until", "2099-12-31")).status()).isEqualTo(409);
    assertThat(http.browser().get("/releases/" + id).body()).contains("2099年12月31日");
    assertThat(acts(id)).endsWith("release-confirmed-valid");
  }

  @Test
  void what_a_person_changed_stays_until_it_is_handed_back() {
    var api = http.api(park.token());
    var json = "{\"kind\":\"notice\",\"title\":\"系统标题\",\"body\":\"系统正文\",\"issuer\":\"%s\"}";
    var first = api.put("/api/v1/releases/n-1", json.formatted("甲机关"));
    var id = first.json().path("id").asLong();
    var open = desk.browser().get(page(id)).body();
    assertThat(open).contains("n-1", "value=\"系统标题\"").doesNotContain("由人确认的内容");
    var form = Map.of("kind", "notice", "title", "人工标题", "body", "系统正文", "issuer", "甲机关");
    desk.write(page(id), "submit", form);
    assertThat(desk.browser().get(page(id)).body())
        .contains("由人确认的内容", "name=\"field\" value=\"title\"")
        .doesNotContain("name=\"field\" value=\"body\"");
    api.put("/api/v1/releases/n-1", json.formatted("乙机关"));
    assertThat(http.browser().get("/releases/" + id).body()).contains("人工标题", "乙机关");
    desk.act(id, "handback", Map.of("field", "title"));
    assertThat(acts(id)).endsWith("release-handed-back");
    api.put("/api/v1/releases/n-1", json.formatted("乙机关"));
    assertThat(http.browser().get("/releases/" + id).body()).contains("系统标题");
  }

  @Test
  void what_a_person_took_off_is_not_brought_back_by_the_parks_system() {
    var api = http.api(park.token());
    var json = "{\"kind\":\"notice\",\"title\":\"系统标题\",\"body\":\"系统正文\"}";
    var id = api.put("/api/v1/releases/n-2", json).json().path("id").asLong();
    desk.act(id, "withdrawal", Map.of());
    api.put("/api/v1/releases/n-2", json);
    api.put("/api/v1/releases/n-2", json.replace("系统正文", "新的正文"));
    assertThat(state(id)).isEqualTo("withdrawn");
    assertThat(desk.browser().get(page(id)).body()).contains("新的正文");
    desk.act(id, "handback", Map.of("field", "withdrawal"));
    assertThat(api.put("/api/v1/releases/n-2", json).status()).isEqualTo(200);
    assertThat(state(id)).isEqualTo("published");
  }

  @Test
  void an_untouched_form_changes_nothing_however_it_was_delivered() {
    var json =
        """
        {"kind": "policy", "title": "措施", "body": "<p>正文</p>\\n<p>二</p>", "bodyFormat": "html", "industries": ["C", "37", "3491"],
         "regions": ["340000", "320106", "320302"], "audience": ["person", "enterprise"], "documentNumber": "无格式文号",
         "clauses": [{"title": "奖励", "conditions": ["甲", "乙"], "support": "一\\n二", "amountMax": 3000000, "delivery": "apply", "office": "科技局"}]}
        """;
    var id = http.api(park.token()).put("/api/v1/releases/p", json).json().path("id").asLong();
    var inputs =
        Map.ofEntries(
            Map.entry("kind", "policy"),
            Map.entry("title", "措施"),
            Map.entry("body", "<p>正文</p>\r\n<p>二</p>"),
            Map.entry("bodyFormat", "html"),
            Map.entry(
                "publishedOn",
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString()),
            Map.entry("industries", value(id, "industries")),
            Map.entry("regions", value(id, "regions")),
            Map.entry("audience", "enterprise,person"),
            Map.entry("documentNumber", "无格式文号"),
            Map.entry("clauses/0/title", "奖励"),
            Map.entry("clauses/0/conditions", "甲\r\n乙"),
            Map.entry("clauses/0/support", "一\r\n二"),
            Map.entry("clauses/0/amountMax", "3000000"),
            Map.entry("clauses/0/delivery", "apply"),
            Map.entry("clauses/0/office", "科技局"));
    var answer = desk.write(page(id), "submit", inputs);
    assertThat(answer.header("Location")).endsWith(page(id));
    assertThat(acts(id)).containsExactly("release-delivered");
  }

  private String value(long id, String name) {
    return desk.browser()
        .get(page(id))
        .body()
        .replaceFirst("(?s).*name=\"" + name + "\" type=\"text\" value=\"([^\"]*)\".*", "$1");
  }

  @Test
  void another_parks_release_does_not_exist_and_only_its_office_writes() {
    var id = desk.written("submit", notice());
    var stranger =
        new Desk(browser("何苗", Role.PARK_ADMINISTRATOR, Scope.park(world.park("马鞍山").id())));
    assertThat(stranger.browser().get(page(id)).status()).isEqualTo(404);
    var form = new HashMap<>(notice("title", "别人的"));
    form.put("act", "submit");
    assertThat(stranger.browser().submit(NEW, page(id), form).status()).isEqualTo(404);
    for (var act : List.of("withdrawal", "restoration", "validity", "handback", "draft")) {
      assertThat(
              stranger
                  .browser()
                  .submit(NEW, page(id) + "/" + act, Map.of("until", "2099-01-01"))
                  .status())
          .isEqualTo(404);
    }
    assertThat(state(id)).isEqualTo("published");

    var firm = world.firm("芜湖智造有限公司" + park.id(), park);
    var member = browser("顾一鸣", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(firm.id()));
    assertThat(member.get("/park-interface/releases").status()).isEqualTo(403);
    assertThat(member.get(NEW).status()).isEqualTo(403);
    assertThat(member.get(page(id)).status()).isEqualTo(404);
    assertThat(http.browser().get(NEW).header("Location")).contains("/sign-in");
  }

  @Test
  void a_liaison_officer_writes_for_the_park_without_administering_its_interface() {
    var officer = browser("许江", Role.LIAISON, Scope.park(park.id()));
    var id = new Desk(officer).written("submit", notice());
    assertThat(state(id)).isEqualTo("published");
    assertThat(officer.get("/park-interface/releases").body())
        .doesNotContain("href=\"/park-interface\"");
    assertThat(officer.get("/park-interface").status()).isEqualTo(403);
    assertThat(officer.get("/workspace").body()).contains("/park-interface/releases");
    assertThat(officer.get("/releases/" + id).body()).contains("修改这条发布");
    assertThat(http.browser().get("/releases/" + id).body()).doesNotContain("修改这条发布");
  }
}
