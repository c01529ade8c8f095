package jianglian.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jianglian.database.EmbeddedDatabase;
import jianglian.world.RealData;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `import` on a home of its own, as bin/jianglian runs it.
class ImportCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PARK = "42011101";
  private static final List<String> HEADINGS = List.of("编号", "标题", "具体说明", "合作类型");
  private static @TempDir Path folder;
  private static Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void a_home_with_one_park() {
    System.setProperty("spring.datasource.url", "embedded");
    home = folder.resolve("home");
    try (var instance = Instance.join(home, true)) {
      instance
          .get(JdbcClient.class)
          .sql(
              """
              insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
              values (:code, '东湖高新区', '东湖', 'Donghu', 'donghu', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
              """)
          .param("code", PARK)
          .update();
    }
  }

  @AfterAll
  static void shared() {
    System.clearProperty("spring.datasource.url");
  }

  @Test
  void good_rows_are_taken_and_bad_ones_are_told_with_line_and_reason() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("发布.ndjson"),
            """
            {"externalId":"cl-1","kind":"notice","title":"关于征集中试需求的通知","body":"请于月底前报送。"}
            {"externalId":"cl-2","kind":"rumour","title":"听说","body":"没有出处。"}
            not json
            {"externalId":"cl-3","kind":"news","title":"联合实验室揭牌","body":"两园区共建。"}
            """);
    var verdicts = folder.resolve("verdicts.ndjson");
    assertThat(run("release", file.toString(), "--out", verdicts.toString())).isEqualTo(1);
    var lines = lines(out);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).path("row").asInt()).isEqualTo(2);
    assertThat(lines.get(0).path("errors").get(0).path("pointer").asString()).isEqualTo("/kind");
    assertThat(lines.get(0).path("errors").get(0).path("detail").asString()).contains("rumour");
    assertThat(lines.get(1).path("row").asInt()).isEqualTo(3);
    assertThat(sum(lines)).isEqualTo("4 rows: 2 created, 0 updated, 0 unchanged, 2 refused");
    assertThat(Files.readAllLines(verdicts)).hasSize(4);
    assertThat(text(err)).contains("4 行");
    assertThat(titles("release where external_id like 'cl-%'"))
        .containsExactly("关于征集中试需求的通知", "联合实验室揭牌");
  }

  @Test
  void the_same_file_again_changes_nothing() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("供给.ndjson"),
            """
            {"externalId":"again-1","type":"technology","title":"履带底盘","text":"载重 200 公斤。"}
            """);
    assertThat(run("offer", file.toString())).as(text(err)).isZero();
    assertThat(sum(lines(out))).isEqualTo("1 rows: 1 created, 0 updated, 0 unchanged, 0 refused");
    out.reset();
    assertThat(run("offer", file.toString())).isZero();
    assertThat(sum(lines(out))).isEqualTo("1 rows: 0 created, 0 updated, 1 unchanged, 0 refused");
  }

  @Test
  void a_chain_is_taken_and_its_bad_rows_are_told() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("蜡烛链.csv"), "upstream,downstream\n石蜡,蜡烛\n蜡烛,蜡烛\n蜡烛,婚姻服务\n");
    assertThat(chain(file.toString())).isEqualTo(1);
    assertThat(text(err)).contains("3: 上下游是同一个");
    var sum = JSON.readTree(text(out));
    assertThat(sum.path("chain").asString()).isEqualTo("蜡烛链");
    assertThat(sum.path("nodes").asInt()).isEqualTo(3);
    assertThat(sum.path("edges").asInt()).isEqualTo(2);
    assertThat(sum.path("withIndustry").asInt()).isPositive();
    assertThat(chain(file.toString(), "--upstream", "from")).isEqualTo(1);
    assertThat(text(err)).contains("没有 from 和 downstream 两列");
    assertThat(chain(folder.resolve("nothing.csv").toString())).isEqualTo(1);
    assertThat(chain()).isEqualTo(2);
  }

  @Test
  @RealData
  void a_graph_that_others_publish_is_taken() throws Exception {
    var file = RealData.FOLDER.resolve("chain/ckg_industry_up.json");
    chain(file.toString(), "--upstream", "ups", "--downstream", "industry", "--name", "公开的图");
    var sum = JSON.readTree(text(out));
    assertThat(sum.path("edges").asInt()).isGreaterThan(1000);
    assertThat(sum.path("withIndustry").asInt()).isGreaterThan(20);
  }

  private int chain(String... more) {
    out.reset();
    err.reset();
    var arguments = new ArrayList<>(List.of("import", "chain"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--home", home.toString()));
    return Commands.run(arguments, new PrintStream(out), new PrintStream(err));
  }

  /// What is to be done with new needs waits for the product to serve again.
  @Test
  void tables_and_standard_input_are_taken_too() throws Exception {
    var csv = folder.resolve("需求.csv");
    var row = "gbk-1,越障底盘,寻找能爬楼梯的底盘。,技术";
    Files.write(csv, (String.join(",", HEADINGS) + "\n" + row).getBytes(Charset.forName("GBK")));
    assertThat(run("need", csv.toString())).as(text(out) + text(err)).isZero();
    var xlsx = folder.resolve("需求.xlsx");
    try (var book = new XSSFWorkbook();
        var to = Files.newOutputStream(xlsx)) {
      var sheet = book.createSheet();
      fill(sheet.createRow(0), HEADINGS);
      fill(sheet.createRow(1), List.of("xlsx-1", "机器人关节", "寻找谐波减速器。", "技术"));
      book.write(to);
    }
    assertThat(run("need", xlsx.toString())).as(text(out) + text(err)).isZero();
    var usual = System.in;
    try {
      var json =
          "{\"externalId\":\"piped-1\",\"type\":\"technology\",\"title\":\"测温浮标\",\"text\":\"低功耗。\"}";
      System.setIn(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
      assertThat(run("need", "-")).as(text(out) + text(err)).isZero();
    } finally {
      System.setIn(usual);
    }
    assertThat(titles("listing where side = 'need'"))
        .containsExactlyInAnyOrder("越障底盘", "机器人关节", "测温浮标");
    try (var instance = Instance.join(home, false)) {
      var due =
          instance.get(JdbcClient.class).sql("select count(*) from match_due").query(Long.class);
      assertThat(due.single()).as("lists of matches to be computed").isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void what_cannot_be_done_is_said_with_what_to_do() throws IOException {
    var file = Files.writeString(folder.resolve("空"), "");
    assertThat(run("release", folder.resolve("missing").toString())).isEqualTo(1);
    assertThat(text(err)).contains("cannot be read");
    assertThat(run("release", file.toString())).isEqualTo(1);
    assertThat(text(err)).contains("文件是空的");
    assertThat(run("policy", file.toString())).isEqualTo(2);
    assertThat(
            all(
                "import",
                "--park",
                "99999999",
                "--kind",
                "need",
                file.toString(),
                "--home",
                home.toString()))
        .isEqualTo(1);
    assertThat(text(err)).contains("No park has the code 99999999");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void a_running_product_is_not_disturbed() throws IOException {
    var file = Files.writeString(folder.resolve("通知.ndjson"), "{}");
    try (var running = EmbeddedDatabase.start(home.resolve("postgres"))) {
      assertThat(running.url()).isNotEmpty();
      assertThat(run("release", file.toString())).isEqualTo(1);
    }
    assertThat(text(err)).contains("is in use").contains("POST /api/v1/releases/import");
  }

  private int run(String kind, String... words) {
    var all =
        new ArrayList<>(
            List.of("import", "--park", PARK, "--kind", kind, "--home", home.toString()));
    all.addAll(List.of(words));
    return all(all.toArray(String[]::new));
  }

  private int all(String... words) {
    return Commands.run(
        List.of(words),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static List<String> titles(String from) {
    try (var instance = Instance.join(home, false)) {
      return instance
          .get(JdbcClient.class)
          .sql("select title from " + from + " order by id")
          .query(String.class)
          .list();
    }
  }

  private static void fill(org.apache.poi.ss.usermodel.Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
  }

  private static List<JsonNode> lines(ByteArrayOutputStream stream) {
    return text(stream).lines().map(JSON::readTree).toList();
  }

  private static String sum(List<JsonNode> lines) {
    var last = lines.getLast();
    return "%d rows: %d created, %d updated, %d unchanged, %d refused"
        .formatted(
            last.path("rows").asInt(),
            last.path("created").asInt(),
            last.path("updated").asInt(),
            last.path("unchanged").asInt(),
            last.path("refused").asInt());
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
