package jianglian.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.chains.Chains;
import jianglian.chains.importing.ChainFile;
import jianglian.chains.importing.ChainFile.Ends;
import jianglian.chains.importing.ChainFile.Refused;

/// `import chain`: takes the edges of an industry chain. The product may be running.
record ImportChain(Options options, PrintStream out, PrintStream err) {
  static final String WORD = "chain";
  static final Set<String> OPTIONS = Set.of("name", "source", "upstream", "downstream", "home");

  private static final Map<String, String> REASONS =
      Map.of(
          "no-object", "不是一个 JSON 对象 / no JSON object",
          "no-upstream", "没有写上游 / no upstream",
          "no-downstream", "没有写下游 / no downstream",
          "too-long", "名称超过 120 字 / a name of more than 120 letters",
          "itself", "上下游是同一个 / upstream of itself",
          "too-many", "超过 50 万条 / more than 500,000 edges");

  int run(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Failed("读不到文件 %s。 / The file %1$s cannot be read.".formatted(file));
    }
    var read = read(file);
    if (read.edges().isEmpty()) {
      read.refused().forEach(this::tell);
      throw new Failed("文件里没有上下游关系。 / The file holds no edges.");
    }
    var name = options.one("name").orElse(plainName(file));
    try (var instance = Instance.join(options.home(), true)) {
      var source = options.one("source").orElse(String.valueOf(file.getFileName()));
      var extent =
          instance
              .get(Chains.class)
              .replace(name, source, read.edges(), new Actor.Job("commandline"));
      read.refused().forEach(this::tell);
      out.printf(
          "{\"chain\": \"%s\", \"nodes\": %d, \"withIndustry\": %d, \"edges\": %d, \"refused\": %d}%n",
          name.replace("\\", "\\\\").replace("\"", "\\\""),
          extent.nodes(),
          extent.found(),
          extent.edges(),
          read.refused().size());
    }
    return read.refused().isEmpty() ? Commands.DONE : Commands.FAILED;
  }

  private ChainFile.Read read(Path file) throws IOException {
    var ends =
        new Ends(
            options.one("upstream").orElse(Ends.USUAL.upstream()),
            options.one("downstream").orElse(Ends.USUAL.downstream()));
    try {
      return ChainFile.read(file, ends);
    } catch (ChainFile.Unreadable unreadable) {
      throw new Failed(
          Objects.equals(unreadable.getMessage(), "damaged")
              ? "文件不是完整的 JSON。 / The file is no whole JSON."
              : "没有 %s 和 %s 两列，列名可用 --upstream、--downstream 指定。 / There are no columns %1$s and %2$s; name them by --upstream and --downstream."
                  .formatted(ends.upstream(), ends.downstream()));
    }
  }

  private void tell(Refused refused) {
    err.printf("%d: %s %s%n", refused.row(), REASONS.get(refused.reason()), refused.text());
  }

  private static String plainName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
