package jianglian.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jianglian.audit.AuditChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The commands on homes of their own, with embedded databases as bin/jianglian uses them.
class InstanceCommandsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// The database that other tests share is not meant here.
  @BeforeAll
  static void embedded() {
    System.setProperty("spring.datasource.url", "embedded");
  }

  @AfterAll
  static void shared() {
    System.clearProperty("spring.datasource.url");
  }

  @Test
  void an_instance_is_backed_up_restored_and_verified() throws Exception {
    var home = folder.resolve("home");
    String heads;
    try (var instance = Instance.join(home, true)) {
      var db = instance.get(JdbcClient.class);
      db.sql(
              """
              insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
              values ('42011101', '东湖高新区', '东湖', 'Donghu', 'donghu', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
              """)
          .update();
      assertThat(run("token", "--park", "42011101", "--home", home.toString()))
          .as(text(err))
          .isZero();
      assertThat(text(out)).startsWith("jl_");
      var chain = instance.get(AuditChain.class);
      assertThat(chain.seal()).isEqualTo(1);
      heads = JsonMapper.shared().writeValueAsString(List.of(chain.sign().orElseThrow()));
    }
    var kept = Files.writeString(folder.resolve("东湖.json"), heads);
    assertThat(run("token", "--park", "99999999", "--home", home.toString())).isEqualTo(1);

    var file = folder.resolve("backup.zip");
    assertThat(run("backup", file.toString(), "--home", home.toString())).as(text(err)).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run("backup", file.toString(), "--home", home.toString()))
        .as("a backup is never overwritten")
        .isEqualTo(1);

    var other = folder.resolve("other");
    assertThat(run("restore", damaged(file).toString(), "--home", other.toString())).isEqualTo(1);
    assertThat(text(err)).contains("is damaged; nothing was restored");
    assertThat(run("restore", file.toString(), "--home", other.toString())).as(text(err)).isZero();
    assertThat(run("restore", file.toString(), "--home", other.toString()))
        .as("only into an empty instance")
        .isEqualTo(1);

    try (var instance = Instance.join(other, false)) {
      var chain = instance.get(AuditChain.class);
      assertThat(chain.seal()).as("acts not sealed at the time of the backup").isEqualTo(1);
      var name = instance.get(JdbcClient.class).sql("select name from park").query(String.class);
      assertThat(name.single()).isEqualTo("东湖高新区");
    }
    out.reset();
    assertThat(run("verify", "--heads", kept.toString(), "--home", other.toString()))
        .as(text(out))
        .isZero();
    try (var instance = Instance.join(other, false)) {
      var db = instance.get(JdbcClient.class);
      db.sql("alter table audit_entry disable trigger user").update();
      db.sql("update audit_entry set act = 'nothing-happened' where id = 1").update();
    }
    out.reset();
    assertThat(run("verify", "--heads", kept.toString(), "--home", other.toString())).isEqualTo(1);
    assertThat(text(out)).contains("第 1 条（记录 1）的内容与封存时不同");
  }

  @Test
  void what_is_no_backup_and_what_are_no_heads_are_refused() throws IOException {
    var file = Files.writeString(folder.resolve("text"), "no backup");
    var home = folder.resolve("home").toString();
    assertThat(run("restore", file.toString(), "--home", home)).isEqualTo(1);
    assertThat(text(err)).contains("no backup");
    assertThat(run("verify", "--heads", file.toString(), "--home", home)).isEqualTo(2);
  }

  /// The same archive with one byte of one table changed.
  private Path damaged(Path file) throws IOException {
    var damaged = folder.resolve("damaged.zip");
    try (var from = new ZipFile(file.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(damaged))) {
      for (var entry : from.stream().toList()) {
        var bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("tables/park")) {
          bytes =
              new String(bytes, StandardCharsets.UTF_8)
                  .replace("东湖高新区", "东湖高新园")
                  .getBytes(StandardCharsets.UTF_8);
        }
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(bytes);
        to.closeEntry();
      }
    }
    return damaged;
  }

  private int run(String... words) {
    return Commands.run(
        List.of(words),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
