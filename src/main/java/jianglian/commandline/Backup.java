package jianglian.commandline;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jianglian.commandline.archive.Archiving;

/// Writes everything that makes the instance into one file, while it runs.
record Backup() implements Command {
  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String summary() {
    return "备份（可在运行中） / back up, also while running";
  }

  @Override
  public String help() {
    return """
    bin/jianglian backup FILE.zip [--home DIR]
    把同一时刻的全部数据和密钥写进一个文件；搜索索引由数据重建，不在其中。
    Writes all data of one moment and the keys into one file. The search index is rebuilt from the data.
    这个文件含有密钥和个人信息，请妥善保管。 / It holds keys and personal data: keep it safe.
    """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    var options = Options.of(arguments, Set.of("home"));
    var file = options.file();
    if (Files.exists(file)) {
      err.println("文件已存在 / the file exists: " + file);
      return Commands.FAILED;
    }
    try (var instance = Instance.join(options.home(), false)) {
      var manifest =
          new Archiving(instance.get(DataSource.class), instance.home()).write(file, err::println);
      out.printf(
          "%s: %d tables, %,d rows, %,d bytes%n",
          file, manifest.tables().size(), manifest.rows(), Files.size(file));
      return Commands.DONE;
    }
  }
}
