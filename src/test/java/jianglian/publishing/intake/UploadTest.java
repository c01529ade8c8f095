package jianglian.publishing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.Http.Answer;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class UploadTest {
  private static final List<Object> HEADINGS = List.of("编号 *", "类型*", "标题（必填）", "正文");

  @Autowired Http http;
  @Autowired World world;

  private Http.Browser administrator(World.Park park) {
    var person = world.person("林青", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    return http.browser().signIn(person.username(), World.PASSWORD);
  }

  private static Answer upload(Http.Browser browser, String name, byte[] file) {
    return browser.upload(
        "/park-interface/uploads",
        "/park-interface/uploads",
        Map.of("kind", "release"),
        "file",
        name,
        file);
  }

  private static String path(Answer redirect) {
    assertThat(redirect.status()).as(redirect.body()).isEqualTo(302);
    return URI.create(redirect.header("Location")).getPath();
  }

  private static String finished(Http.Browser browser, String path) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      var page = browser.get(path).body();
      if (page.contains("处理完毕")) return page;
      Thread.sleep(100);
    }
    throw new AssertionError("the upload did not end");
  }

  @Test
  void every_row_is_answered_and_the_good_ones_stand() throws InterruptedException {
    var park = world.park("芜湖");
    var browser = administrator(park);
    var file =
        Sheets.xlsx(
            List.of(
                HEADINGS,
                List.of("u-1", "动态", "新线投产", "正文"),
                List.of("u-2", "传闻", "不明", "正文"),
                List.of("=1+1", "动态", "公式", "正文")));
    var path = path(upload(browser, "发布.xlsx", file));
    var page = finished(browser, path);
    assertThat(page).contains("u-1", "新增", "B 列", "传闻", "A 列", "公式");
    assertThat(browser.get(path + "?only=refused").body()).doesNotContain(">u-1<");
    assertThat(browser.get("/park-interface").body()).contains("新线投产", "curl -X PUT");
    assertThat(browser.get("/park-interface/uploads").body()).contains("发布.xlsx");
    var csv = browser.get(path + "/result.csv").body();
    assertThat(csv).contains("\"u-1\",\"新增\"", "\"u-2\",\"未收\"");
  }

  @Test
  void what_a_spreadsheet_would_run_is_made_harmless() throws InterruptedException {
    var browser = administrator(world.park("芜湖"));
    var csv = "编号,类型,标题,正文\n=cmd|'/c calc'!A0,动态,x,y\n@SUM(1),动态,x,y\n";
    var path = path(upload(browser, "x.csv", csv.getBytes(StandardCharsets.UTF_8)));
    finished(browser, path);
    assertThat(browser.get(path + "/result.csv").body())
        .contains("\"'=cmd|", "\"'@SUM(1)\"")
        .doesNotContain("\"=cmd");
  }

  @Test
  void a_file_that_cannot_be_read_is_refused_at_the_field() {
    var browser = administrator(world.park("蚌埠"));
    var wrong =
        upload(browser, "x.xlsx", Sheets.xlsx(List.of(List.of("甲", "乙"), List.of("1", "2"))));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("没有找到表头", "/park-interface/templates/release.xlsx");
    assertThat(upload(browser, "empty.csv", new byte[0]).body()).contains("文件是空的");
  }

  @Test
  void more_than_a_form_or_a_file_may_hold_is_told_on_a_page() {
    var browser = administrator(world.park("池州"));
    var file = upload(browser, "x.ndjson", new byte[51 << 20]);
    assertThat(file.status()).isEqualTo(413);
    assertThat(file.body()).contains("<!doctype html>", "太大");
    var form = browser.submit("/account", "/account", Map.of("name", "长".repeat(4 << 20)));
    assertThat(form.status()).isEqualTo(413);
    assertThat(form.body()).contains("<!doctype html>", "太大");
  }

  @Test
  void rows_that_no_database_can_hold_are_refused_and_the_others_stand() throws Exception {
    var browser = administrator(world.park("六安"));
    var rows =
        """
        {"externalId":"a","kind":"news","title":"检\\u0000修","body":"x"}
        {"externalId":"b\\u0000","kind":"news","title":"检修","body":"x"}
        {"externalId":"c","kind":"news","title":"检修","body":"x","\\ud800":"y"}
        {"externalId":"d","kind":"news","title":"停水","body":"x"}
        """;
    var path = path(upload(browser, "x\u202e.ndjson", rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(finished(browser, path)).contains("无法保存", ">d<");
    assertThat(browser.get(path + "?only=refused").body()).doesNotContain(">d<");
  }

  @Test
  void the_template_is_taken_as_it_is_filled_in() throws Exception {
    var park = world.park("马鞍山");
    var request =
        HttpRequest.newBuilder(
                URI.create(http.address() + "/park-interface/templates/release.xlsx"))
            .build();
    byte[] template;
    try (var client = HttpClient.newHttpClient()) {
      template = client.send(request, BodyHandlers.ofByteArray()).body();
    }
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(template));
        var out = new java.io.ByteArrayOutputStream()) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      var sheet = book.getSheetAt(0);
      assertThat(sheet.getDataValidations()).isNotEmpty();
      var row = sheet.createRow(1);
      var values = List.of("t-1", "创新政策", "关于支持冶金装备的措施", "一、对象");
      for (int i = 0; i < values.size(); i++) row.createCell(i).setCellValue(values.get(i));
      row.createCell(12).setCellValue("设备补助｜规上企业｜投入500万以上；无失信｜补助10%｜200万｜免申即享｜经发局");
      book.write(out);
      var answer =
          http.api(park.token())
              .post("/api/v1/releases/import", SheetTemplate.TYPE, out.toByteArray());
      assertThat(answer.body()).contains("\"created\"");
    }
    var clause =
        http.api(park.token()).get("/api/v1/releases/own/t-1").json().path("clauses").path(0);
    assertThat(clause.path("amountMax").asLong()).isEqualTo(2_000_000);
    assertThat(clause.path("delivery").asString()).isEqualTo("exempt");
    assertThat(clause.path("conditions")).hasSize(2);
  }

  @Test
  void another_parks_upload_is_not_there() throws InterruptedException {
    var browser = administrator(world.park("铜陵"));
    var csv = "编号,类型,标题,正文\nx,动态,x,y\n".getBytes(StandardCharsets.UTF_8);
    var path = path(upload(browser, "x.csv", csv));
    finished(browser, path);
    var other = administrator(world.park("南昌"));
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.get(path + "/result.csv").status()).isEqualTo(404);
    assertThat(http.browser().get(path).status()).isEqualTo(302);
    var firm =
        world.person(
            "马骏",
            Role.ORGANISATION_MEMBER,
            Scope.organisation(world.firm("测试厂", world.park("鹰潭")).id()));
    assertThat(
            http.browser().signIn(firm.username(), World.PASSWORD).get("/park-interface").status())
        .isEqualTo(403);
  }
}
