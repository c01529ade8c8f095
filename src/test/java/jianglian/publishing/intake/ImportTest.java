package jianglian.publishing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jianglian.world.Http;
import jianglian.world.Http.Answer;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class ImportTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Object> HEADINGS = List.of("编号", "类型", "标题", "正文", "发布日期", "行业");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private Answer send(World.Park park, byte[] body) {
    return http.api(park.token()).post("/api/v1/releases/import", "application/octet-stream", body);
  }

  private List<JsonNode> verdicts(World.Park park, byte[] body) {
    var answer = send(park, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body().lines().map(JSON::readTree).toList();
  }

  private List<JsonNode> verdicts(World.Park park, String body) {
    return verdicts(park, body.getBytes(StandardCharsets.UTF_8));
  }

  private String refusal(World.Park park, byte[] body) {
    var answer = send(park, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    return answer.json().path("detail").asString();
  }

  private static List<String> statuses(List<JsonNode> verdicts) {
    return verdicts.stream().map(it -> it.path("status").asString()).toList();
  }

  private static String detail(JsonNode verdict) {
    return verdict.path("errors").values().stream()
        .map(it ->
            it.path("column").asString("")
                + it.path("pointer").asString()
                + " "
                + it.path("detail").asString())
        .collect(Collectors.joining("; "));
  }

  private static String notice(String id, String title) {
    return """
    {"externalId":"%s","kind":"notice","title":"%s","body":"关于设备检修的安排。"}
    """
        .formatted(id, title);
  }

  @Test
  void good_rows_stand_and_bad_rows_say_why_in_order() {
    var park = world.park("合肥");
    var verdicts =
        verdicts(
            park,
            notice("n-1", "检修")
                + "{oops\n"
                + "\n"
                + notice("n-1", "又一条")
                + "{\"externalId\":\"n-2\",\"kind\":\"notice\",\"titel\":\"错\",\"publishedOn\":\"昨天\"}\n"
                + "[1]\n"
                + notice("n-3", "停水"));
    assertThat(statuses(verdicts))
        .containsExactly("created", "refused", "refused", "refused", "refused", "created");
    assertThat(verdicts.stream().map(it -> it.path("row").asInt()))
        .containsExactly(1, 2, 4, 5, 6, 7);
    assertThat(detail(verdicts.get(1))).contains("JSON");
    assertThat(detail(verdicts.get(2))).contains("第 1 行");
    assertThat(detail(verdicts.get(3))).contains("/titel", "/publishedOn", "/title", "/body");
    assertThat(verdicts.get(5).path("id").asLong()).isPositive();
  }

  @Test
  void the_same_file_again_changes_nothing() {
    var park = world.park("合肥");
    var file =
        IntStream.range(0, 2_500)
            .mapToObj(it -> notice("m-" + it, "通知" + it))
            .collect(Collectors.joining());
    assertThat(statuses(verdicts(park, file))).hasSize(2_500).containsOnly("created");
    assertThat(statuses(verdicts(park, file))).hasSize(2_500).containsOnly("unchanged");
    var changed = file.replace("通知7\"", "通知七\"");
    assertThat(statuses(verdicts(park, changed))).containsOnlyOnce("updated");
    var rows =
        db.sql(
                """
                select count(*) as releases, (select count(*) from release_version v join release r on r.id = v.release_id
                  where r.park_id = :park) as versions, (select count(*) from audit_entry where park_id = :park
                  and object_kind = 'release') as acts
                from release where park_id = :park
                """)
            .param("park", park.id())
            .query((row, _) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
            .single();
    assertThat(rows).containsExactly(2_500, 2_501, 2_501);
  }

  @Test
  void a_spreadsheet_names_row_and_column() {
    var park = world.park("苏州");
    var verdicts =
        verdicts(
            park,
            Sheets.xlsx(
                List.of(
                    List.of("园区通知汇总"),
                    HEADINGS,
                    List.of("s-1", "通知公告", "检修", "安排", 46082, "工业机器人制造"),
                    List.of("s-2", "通知公告", "停电", "安排", "2026年3月1日", "3491、C3961"),
                    List.of("s-3", "公告", "", "安排", "三月一日", "9999"),
                    List.of("s-4", "动态", "=1+1", "安排"))));
    assertThat(statuses(verdicts)).containsExactly("created", "created", "refused", "refused");
    assertThat(verdicts.get(2).path("row").asInt()).isEqualTo(5);
    assertThat(detail(verdicts.get(2)))
        .contains("B/kind", "C/title", "E/publishedOn", "F/industries/0");
    assertThat(detail(verdicts.get(3))).contains("C/title", "公式");
    assertThat(
            db.sql(
                    "select published_on::text, industries[1] from release where park_id = :park and external_id = 's-1'")
                .param("park", park.id())
                .query((row, _) -> row.getString(1) + row.getString(2))
                .single())
        .isEqualTo("2026-03-013491");
  }

  @Test
  void merged_cells_are_named() {
    var park = world.park("苏州");
    var verdicts =
        verdicts(
            park,
            Sheets.xlsx(
                List.of(HEADINGS, List.of("s-1", "动态", "甲", "正文"), List.of("s-2", "", "乙", "正文")),
                sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1))));
    assertThat(statuses(verdicts)).containsExactly("created", "refused");
    assertThat(detail(verdicts.get(1))).contains("B/kind", "B2");
  }

  @Test
  void wrong_headings_are_named() {
    var park = world.park("苏州");
    assertThat(
            refusal(
                park, Sheets.xlsx(List.of(List.of("编号", "标题", "内容摘编"), List.of("1", "2", "3")))))
        .contains("类型", "正文", "C 内容摘编");
    assertThat(refusal(park, Sheets.xlsx(List.of(List.of("甲", "乙"))))).contains("编号", "标题");
    assertThat(refusal(park, Sheets.xlsx(List.of(List.of("编号", "标题", "类型", "正文", "标题")))))
        .contains("B", "E");
    assertThat(refusal(park, new byte[0])).contains("空");
    assertThat(refusal(park, Sheets.xlsx(List.of()))).contains("空");
  }

  @Test
  void gbk_and_a_byte_order_mark_are_understood() {
    var park = world.park("无锡");
    var csv = "编号,类型,标题,正文\n%s,动态,\"新产线,今日投产\",\"第一行\n第二行\"\n";
    for (var bytes :
        List.of(
            csv.formatted("g-1").getBytes(Charset.forName("GBK")),
            ("\ufeff" + csv.formatted("g-2")).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + csv.formatted("g-3")).getBytes(StandardCharsets.UTF_16LE),
            csv.formatted("g-4")
                .replace('\n', '\r')
                .replace("\r", "\r\n")
                .getBytes(StandardCharsets.UTF_8))) {
      assertThat(statuses(verdicts(park, bytes))).containsExactly("created");
    }
    assertThat(
            db.sql("select distinct title from release where park_id = :park")
                .param("park", park.id())
                .query(String.class)
                .list())
        .containsExactly("新产线,今日投产");
  }

  @Test
  void an_unpaired_quote_stops_where_it_stands() {
    var park = world.park("无锡");
    var csv = "编号,类型,标题,正文\nq-1,动态,甲,乙\nq-2,动态,\"丙,丁\n" + "x".repeat(3 << 20) + "\nq-3,动态,甲,乙\n";
    var verdicts = verdicts(park, csv);
    assertThat(statuses(verdicts)).containsExactly("created", "refused");
    assertThat(verdicts.get(1).path("row").asInt()).isEqualTo(3);
  }

  @Test
  void macros_old_files_and_bombs_are_refused() throws IOException {
    var park = world.park("常州");
    assertThat(
            refusal(
                park,
                zip(
                    "[Content_Types].xml",
                    contentTypes("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))))
        .contains("宏");
    assertThat(refusal(park, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}))
        .contains(".xls");
    assertThat(refusal(park, zip("xl/worksheets/sheet1.xml", "x".repeat(100)))).contains("打不开");
    assertThat(refusal(park, bomb())).containsAnyOf("庞大", "打不开");
  }

  private static String contentTypes(String main) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="%s"/></Types>\
    """
        .formatted(main);
  }

  private static byte[] zip(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /// A true workbook whose sheet unpacks to 300 MB of nothing.
  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var book = Sheets.xlsx(List.of(HEADINGS));
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(book));
        var out = new ZipOutputStream(bytes)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sheet1.xml")) {
          var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 300; i++) out.write(spaces);
        } else {
          in.transferTo(out);
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void another_kind_has_no_import_without_a_token() {
    assertThat(http.api().post("/api/v1/releases/import", "{}").status()).isEqualTo(401);
  }

  /// As curl sends a file when no type is named: the server would read it as a form.
  @Test
  void a_body_sent_as_a_form_is_refused_with_what_to_do() {
    var park = world.park("张江");
    var row = "{\"externalId\":\"f-1\",\"kind\":\"notice\",\"title\":\"通知\",\"body\":\"内容\"}";
    for (var type :
        List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
      var answer =
          http.api(park.token())
              .post("/api/v1/releases/import", type, row.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(answer.body()).isEqualTo(415);
      assertThat(answer.json().path("detail").asString()).contains("application/x-ndjson");
    }
  }
}
