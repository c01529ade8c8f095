package jianglian.commandline;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jianglian.audit.AuditChain;
import jianglian.commandline.archive.CannotRestore;
import jianglian.commandline.archive.Restoring;

/// Makes an empty instance what another was when it was backed up.
record Restore() implements Command {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String summary() {
    return "恢复到空实例 / restore into an empty instance";
  }

  @Override
  public String help() {
    return """
    bin/jianglian restore FILE.zip --home DIR
    恢复到一个空的目录，逐表核对摘要，再核验审计链；任何一步不符都不留下半份数据。
    Restores into an empty home, compares every table's digest, then verifies the record of acts.
    When anything differs nothing is left behind.
    """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    var options = Options.of(arguments, Set.of("home"));
    var file = options.file();
    try (var instance = Instance.alone(options.home())) {
      var manifest =
          new Restoring(instance.get(DataSource.class), instance.home()).read(file, err::println);
      var record = instance.get(AuditChain.class).verify(List.of(), (_, _) -> {});
      out.printf("%d tables, %,d rows%n", manifest.tables().size(), manifest.rows());
      out.println(
          record.intact()
              ? "审计链完整。 / The record of acts is whole."
              : "审计链不完整，请执行 verify。 / The record of acts is not whole: run verify.");
      return record.intact() ? Commands.DONE : Commands.FAILED;
    } catch (CannotRestore refused) {
      err.println(refused.getMessage());
      return Commands.FAILED;
    }
  }
}
