package jianglian.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.publishing.Intake;
import jianglian.publishing.IntakeOrder;
import jianglian.publishing.IntakeSummary;
import jianglian.web.Problems;
import jianglian.web.Refusal;
import jianglian.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/// Takes a file of rows for a park, as the park interface does.
record Import() implements Command {
  private static final Set<String> KINDS = Set.of("release", "need", "offer");
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String summary() {
    return "导入一份文件 / take a file of releases, needs, offers or a chain";
  }

  @Override
  public String help() {
    return """
    bin/jianglian import --park CODE --kind release|need|offer FILE [--out VERDICTS.ndjson] [--home DIR]
      FILE          xlsx、csv（UTF-8 或 GBK）或 ndjson；- 为标准输入 / a file of these, - for standard input
      --park CODE   为哪个园区，园区代码（GB/T 37028） / for which park, by its code
      --kind KIND   政策通知 release、需求 need、供给 offer / what the rows are
      --out FILE    每一行的结果写进这个文件 / writes what became of every row
    没有收下的行连同原因写在标准输出上，一行一条；最后一行是总数。同一份文件再导一次不改变任何东西。
    以平台的名义导入：需求和供给视为已经联盟复核，发布仍按设置复核。
    服务须先停止；运行中的实例请用 POST /api/v1/releases/import（或 needs、offers），令牌用 token 签发。
    退出码：0 全部收下，1 有未收下的行或没有成功，2 用法不对。
    Rows that were refused stand on standard output with the reasons, one a line; the last line is the
    sum. The same file again changes nothing. It acts as the platform itself: needs and offers count as
    checked by the alliance, releases are checked as the settings say. The service must be stopped; to a
    running one send the file by POST /api/v1/releases/import (needs, offers) with a token of `token`.
    Exit code: 0 all taken, 1 some were refused or it failed, 2 wrong usage.

    bin/jianglian import chain FILE [--name TEXT] [--source TEXT] [--upstream COLUMN] [--downstream COLUMN] [--home DIR]
      FILE                产业链的上下游关系：csv、json 或每行一个 json / who is upstream of whom, csv or json
      --name TEXT         产业链的名称，默认为文件名；同名的整体替换 / the chain's name; one of the same name is replaced
      --source TEXT       资料来源 / where it is from
      --upstream COLUMN   上游所在的列，默认 upstream / the column of who is upstream
      --downstream COLUMN 下游所在的列，默认 downstream / the column of who is downstream
    一格可写多个，用逗号或分号隔开。行业代码可写在 upstreamIndustry、downstreamIndustry 两列，不写则按名称对应
    国民经济行业。服务运行时也可以导入，半分钟内生效。
    A cell may hold several, apart by commas or semicolons. Industries stand in upstreamIndustry and
    downstreamIndustry, otherwise they are found by name. The service may be running; it follows within
    half a minute.
    """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    if (!arguments.isEmpty() && arguments.getFirst().equals(ImportChain.WORD)) {
      var chain = Options.of(arguments.subList(1, arguments.size()), ImportChain.OPTIONS);
      return new ImportChain(chain, out, err).run(chain.file());
    }
    var options = Options.of(arguments, Set.of("park", "kind", "out", "home"));
    var code = options.needed("park");
    var kind = options.needed("kind");
    if (!KINDS.contains(kind)) {
      throw new Usage("没有这种内容 / no such kind: " + kind);
    }
    var file = options.file();
    var piped = file.toString().equals(STANDARD_INPUT);
    if (!piped && !Files.isReadable(file)) {
      throw new Failed("读不到文件 %s。 / The file %1$s cannot be read.".formatted(file));
    }
    var rows = piped ? spooled() : file;
    try (var instance = alone(options.home(), kind, err);
        var report =
            ImportReport.to(
                out,
                err,
                options.one("out").map(Path::of),
                instance.get(JsonMapper.class),
                instance.get(Problems.class))) {
      var order =
          new IntakeOrder(
              kind, instance.park(code), new Actor.Job("commandline"), name(file), false);
      var summary = taken(instance, order, rows, report);
      report.sum(summary);
      return summary.refused() == 0 ? Commands.DONE : Commands.FAILED;
    } finally {
      if (piped) Files.deleteIfExists(rows);
    }
  }

  private static Instance alone(Path home, String kind, PrintStream err) {
    try {
      return Instance.whole(home);
    } catch (RuntimeException failure) {
      err.printf(
          "若服务正在运行，不必停它：把文件发到 POST /api/v1/%ss/import，令牌用 bin/jianglian token 签发。%n"
              + "While the service runs, send it the file by POST /api/v1/%1$ss/import with a token of bin/jianglian token.%n",
          kind);
      throw failure;
    }
  }

  private static IntakeSummary taken(
      Instance instance, IntakeOrder order, Path rows, ImportReport report) {
    try {
      return instance.get(Intake.class).take(order, rows, report::tell);
    } catch (Refusal refusal) {
      var texts = instance.get(Texts.class);
      throw new Failed(
          texts.text(Locale.SIMPLIFIED_CHINESE, refusal.key(), refusal.arguments())
              + " / "
              + texts.text(Locale.ENGLISH, refusal.key(), refusal.arguments()));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Path spooled() throws IOException {
    var spool = Files.createTempFile("jianglian-import-", ".rows");
    Files.copy(System.in, spool, StandardCopyOption.REPLACE_EXISTING);
    return spool;
  }
}
