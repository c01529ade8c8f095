package jianglian.matching.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import jianglian.Jianglian;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The product in a folder of its own that is thrown away afterwards; it keeps no lists, since only
/// the laboratory asks.
record LaboratoryInstance(Path home, ConfigurableApplicationContext context)
    implements AutoCloseable {

  static LaboratoryInstance start() throws IOException {
    var home = Files.createTempDirectory("jianglian-laboratory");
    var context =
        new SpringApplicationBuilder(Jianglian.class)
            .run(
                "--jianglian.home=" + home,
                "--jianglian.demo=false",
                "--jianglian.matching.keep-lists=false",
                "--server.port=0",
                "--logging.level.root=error",
                "--logging.level.jianglian=error");
    return new LaboratoryInstance(home, context);
  }

  Laboratory laboratory() {
    return context.getBean(Laboratory.class);
  }

  /// The park whose offers the corpus is.
  long park() {
    return context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            values ('00000000', 'Laboratory', 'Laboratory', 'Laboratory', 'laboratory', '420000', '420111', '', 114, 30, 'member')
            returning id
            """)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  @Override
  public void close() {
    context.close();
    try (var files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
