package jianglian.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import jianglian.Jianglian;
import jianglian.audit.Actor;
import jianglian.identity.ParkTokens;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// How fast the ndjson import takes releases of 1 KB, beside COPY of the very same rows into the
/// same tables with the same indexes.
public final class IngestBench {
  private static final List<String> TABLES =
      List.of("release", "release_version", "audit_entry", "search_change");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int BODY = 300;

  private final ConfigurableApplicationContext app;
  private final Path folder;

  private IngestBench(ConfigurableApplicationContext app, Path folder) {
    this.app = app;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    var folder = Files.createTempDirectory(Path.of("target"), "bench-ingest-");
    try (var app =
        new SpringApplicationBuilder(Jianglian.class)
            .run(
                "--jianglian.home=" + folder,
                "--server.port=0",
                "--spring.main.keep-alive=false")) {
      var figures = new IngestBench(app, folder).measure(items);
      figures.forEach((name, value) -> System.out.printf("%-28s %s%n", name, value));
      System.out.println(JSON.writeValueAsString(figures));
    }
  }

  private Map<String, Object> measure(int items) throws IOException {
    var park = park();
    var token = app.getBean(ParkTokens.class).issue(park, "bench", new Actor.Job("bench"));
    send(token, corpus("warm", 5_000));
    settle();
    var file = corpus("r", items);
    double megabytes = Files.size(file) / 1e6;
    var before = rss();
    double ours = send(token, file);
    var after = rss();
    double again = send(token, file);
    double bound = copy();
    var figures = new LinkedHashMap<String, Object>();
    figures.put("items", items);
    figures.put("megabytes", round(megabytes));
    figures.put("ours", round(ours));
    figures.put("bound", round(bound));
    figures.put("ratio", round(bound / ours));
    figures.put("ours_mb_per_s", round(megabytes / ours));
    figures.put("redelivery_seconds", round(again));
    figures.put("rss_anon_mb_before", before);
    figures.put("rss_anon_mb_after", after);
    return figures;
  }

  private long park() {
    return app.getBean(JdbcClient.class)
        .sql(
            """
            insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            values ('99999999', '测试园区', '测试', 'Bench', 'ceshi', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
            returning id
            """)
        .query(Long.class)
        .single();
  }

  /// Notices of some 1 KB in UTF-8, made of a seeded mix of words.
  private Path corpus(String prefix, int items) throws IOException {
    var words =
        "园区 企业 技术 机器人 智能 制造 材料 检测 平台 资金 申报 补助 研发 合作 中试 芯片 传感 工艺 标准 订单 精度 温度 焊接 控制 视觉 算法 数据 能源 储能 电池"
            .split(" ");
    var random = new Random(20261123);
    var file = folder.resolve(prefix + ".ndjson");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < items; i++) {
        var body = new StringBuilder();
        while (body.length() < BODY) {
          body.append(words[random.nextInt(words.length)]);
          if (random.nextInt(9) == 0) body.append(random.nextInt(9) == 0 ? "。\\n" : "，");
        }
        var title =
            "关于"
                + words[random.nextInt(words.length)]
                + words[random.nextInt(words.length)]
                + "的通知"
                + i;
        out.write(
            """
            {"externalId":"%s-%d","kind":"notice","title":"%s","body":"%s","publishedOn":"2026-0%d-1%d","industries":["34%d"]}
            """
                .formatted(prefix, i, title, body, 1 + i % 9, i % 9, 1 + i % 8)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /// Seconds from sending to the last verdict.
  private double send(String token, Path file) throws IOException {
    var address =
        "http://127.0.0.1:"
            + app.getEnvironment().getProperty("local.server.port")
            + "/api/v1/releases/import";
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    long start = System.nanoTime();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
      var refused = answer.body().filter(it -> it.contains("refused")).findFirst();
      if (answer.statusCode() != 200 || refused.isPresent()) {
        throw new IllegalStateException("refused: " + refused.orElse("" + answer.statusCode()));
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /// Seconds to COPY the imported rows into the emptied tables, one durable commit at the end.
  private double copy() throws IOException {
    settle();
    try (Connection connection = app.getBean(DataSource.class).getConnection()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (var table : TABLES) {
        try (var out = Files.newOutputStream(folder.resolve(table + ".copy"))) {
          copy.copyOut("copy (select " + columns(table) + " from " + table + ") to stdout", out);
        }
      }
      connection.createStatement().execute("truncate " + String.join(", ", TABLES) + " cascade");
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      for (var table : TABLES) {
        try (InputStream in = Files.newInputStream(folder.resolve(table + ".copy"))) {
          copy.copyIn("copy " + table + " (" + columns(table) + ") from stdin", in, 1 << 16);
        }
      }
      connection.commit();
      return (System.nanoTime() - start) / 1e9;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String columns(String table) {
    return app.getBean(JdbcClient.class)
        .sql(
            """
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = :table and is_generated = 'NEVER' and column_name <> 'xid'
            """)
        .param("table", table)
        .query(String.class)
        .single();
  }

  private void settle() {
    app.getBean(JdbcClient.class).sql("checkpoint").update();
  }

  private static long rss() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(it -> it.startsWith("RssAnon"))
        .map(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0L);
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
