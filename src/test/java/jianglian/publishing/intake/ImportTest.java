package jianglian.publishing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jianglian.world.Http;
import jianglian.world.Http.Answer;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ModuleTest
class ImportTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Object> HEADINGS = List.of("编号", "类型", "标题", "正文", "发布日期", "行业");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired Opening opening;
  @TempDir Path folder;

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
    assertThat(refusal(park, bomb("sheet1.xml"))).contains("庞大");
    assertThat(refusal(park, bomb("sharedStrings.xml"))).contains("庞大");
  }

  /// Written by hand: a workbook of a million rows takes POI minutes and nobody reads it.
  private Path million() throws IOException {
    var file = folder.resolve("million.xlsx");
    var book = Sheets.xlsx(List.of(List.of("编号")));
    try (var in = new ZipInputStream(new ByteArrayInputStream(book));
        var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (!entry.getName().endsWith("sheet1.xml")) {
          in.transferTo(out);
          continue;
        }
        var random = new Random(42);
        var text =
            new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 1; row <= 1_000_000; row++) {
          text.append("<row r=\"").append(row).append("\"><c t=\"inlineStr\"><is><t>");
          text.append(row == 1 ? "编号" : "x" + row + Long.toString(random.nextLong(), 36));
          text.append("</t></is></c></row>");
          if (text.length() > 1 << 16 || row == 1_000_000) {
            if (row == 1_000_000) text.append("</sheetData></worksheet>");
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
          }
        }
      }
    }
    return file;
  }

  @Test
  void of_a_million_rows_a_hundred_thousand_are_read_and_the_next_says_so() throws IOException {
    var file = million();
    var anything = new SheetRowsTest.Anything();
    try (var rows = opening.rows(file, opening.format(file), anything)) {
      var reader = new BatchReader<>(rows, anything);
      var read = 0;
      Read<ObjectNode> last = null;
      for (var batch = reader.next(); batch != null; batch = reader.next()) {
        read += batch.rows().size();
        last = batch.rows().getLast();
      }
      assertThat(read).isEqualTo(100_001);
      assertThat(last).isNotNull();
      assertThat(last.row().number()).isEqualTo(100_002);
      assertThat(last.faults().getFirst().key()).isEqualTo("intake.too-many-rows");
    }
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

  /// A true workbook of which one part unpacks to 300 MB of nothing.
  private static byte[] bomb(String part) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var book = Sheets.xlsx(List.of(HEADINGS));
    try (var in = new ZipInputStream(new ByteArrayInputStream(book));
        var out = new ZipOutputStream(bytes)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith(part)) {
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
  void depth_and_size_without_end_spoil_only_their_row() {
    var park = world.park("芜湖");
    var verdicts =
        verdicts(
            park,
            notice("d-1", "甲")
                + "{\"externalId\":\"d-2\",\"kind\":\"notice\",\"title\":"
                + "[".repeat(10_000)
                + "]".repeat(10_000)
                + "}\n"
                + notice("d-3", "x".repeat(10 << 20))
                + notice("d-4", "乙"));
    assertThat(statuses(verdicts)).containsExactly("created", "refused", "refused", "created");
    assertThat(detail(verdicts.get(1))).contains("嵌套");
    assertThat(detail(verdicts.get(2))).contains("2 MB");
    assertThat(verdicts.get(3).path("row").asInt()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"releases", "needs", "offers"})
  void letters_no_database_can_hold_spoil_only_their_row(String kinds) {
    var park = world.park("安庆");
    var good = "{\"externalId\":\"z-%s\",\"kind\":\"news\",\"title\":\"检修安排\",\"body\":\"今日。\"}\n";
    if (!kinds.equals("releases")) {
      good = "{\"externalId\":\"z-%s\",\"type\":\"service\",\"title\":\"检修安排\",\"text\":\"今日。\"}\n";
    }
    var rows =
        List.of(
            good.formatted("1"),
            good.formatted("\\u0000"),
            good.formatted("\\ud800"),
            good.formatted("x".repeat(5_000)),
            good.formatted("3").replace("检修", "检\\u0000修"),
            good.formatted("4").replace("检修", "检\\udc00修"),
            good.formatted("5").replace("\"title\"", "\"ti\\u0000tle\""),
            good.formatted("6").replace("\"title\"", "\"ti\\ud800tle\""),
            "{\"externalId\":{\"a\":1}}\n",
            "{\"externalId\":\" \"}\n",
            "{\"externalId\":true}\n",
            good.formatted("2"));
    var answer =
        http.api(park.token())
            .post(
                "/api/v1/" + kinds + "/import",
                "application/x-ndjson",
                String.join("", rows).getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var verdicts = answer.body().lines().map(JSON::readTree).toList();
    assertThat(statuses(verdicts)).as(answer.body()).hasSize(rows.size());
    assertThat(statuses(verdicts).subList(1, rows.size() - 1)).containsOnly("refused");
    assertThat(statuses(verdicts)).startsWith("created").endsWith("created");
    assertThat(verdicts.subList(1, rows.size() - 1))
        .allSatisfy(
            it -> assertThat(it.path("errors").path(0).path("detailEn").asString()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"releases", "needs"})
  void two_imports_of_the_same_rows_at_once_make_every_row_once(String kinds) throws Exception {
    var park = world.park("池州");
    var good =
        kinds.equals("releases") ? "\"kind\":\"news\",\"body\"" : "\"type\":\"service\",\"text\"";
    var rows =
        IntStream.range(0, 600)
            .mapToObj(it ->
                "{\"externalId\":\"w-%d\",\"title\":\"检修安排第%d次\",%s:\"今日。\"}\n"
                    .formatted(it, it, good))
            .toList();
    var calls =
        Stream.of(rows, rows, rows.reversed())
            .map(it -> String.join("", it).getBytes(StandardCharsets.UTF_8))
            .<Callable<Answer>>map(it ->
                () ->
                    http.api(park.token())
                        .post("/api/v1/" + kinds + "/import", "application/x-ndjson", it))
            .toList();
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var verdicts =
          threads.invokeAll(calls).stream()
              .map(it -> it.resultNow())
              .flatMap(it -> it.body().lines())
              .map(JSON::readTree)
              .map(it -> it.path("status").asString())
              .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
      assertThat(verdicts).isEqualTo(Map.of("created", 600L, "unchanged", 1_200L));
    }
  }

  @Test
  void a_delivery_that_was_sent_earlier_but_comes_later_changes_nothing() {
    var park = world.park("宣城");
    var row =
        "{\"externalId\":\"o-1\",\"kind\":\"notice\",\"title\":\"%s\",\"body\":\"正文\",\"deliveredAt\":\"2026-06-01T%s:00:00+08:00\"}\n";
    assertThat(statuses(verdicts(park, row.formatted("九点写的", "09")))).containsExactly("created");
    assertThat(statuses(verdicts(park, row.formatted("十一点写的", "11")))).containsExactly("updated");
    assertThat(statuses(verdicts(park, row.formatted("十点写的", "10")))).containsExactly("unchanged");
    var late =
        http.api(park.token())
            .put(
                "/api/v1/releases/o-1",
                row.formatted("十点写的", "10").replace("\"externalId\":\"o-1\",", ""));
    assertThat(late.json().path("changed").asBoolean()).isFalse();
    assertThat(
            http.api(park.token()).get("/api/v1/releases/own/o-1").json().path("title").asString())
        .isEqualTo("十一点写的");
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
