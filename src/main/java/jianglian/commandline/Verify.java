package jianglian.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jianglian.audit.AuditChain;
import jianglian.audit.AuditChain.KeptHead;
import jianglian.audit.Finding;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Recomputes the chain of acts, also against the heads that parks have kept.
record Verify() implements Command {
  private static final MessageSource TEXTS = texts();

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "核验审计链 / verify the record of acts";
  }

  @Override
  public String help() {
    return """
    bin/jianglian verify [--heads FILE]... [--home DIR]
      --heads FILE  园区自己保存的链头（GET /api/v1/audit/heads 的结果） / heads a park has kept
    逐条重算整条审计链，说出第一处不符；有不符时退出码为 1。
    Recomputes the whole chain and names the first broken link; the exit code is 1 when there is one.
    """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    var options = Options.of(arguments, Set.of("heads", "home"));
    options.noMore();
    var kept = new ArrayList<KeptHead>();
    for (var file : options.all("heads")) kept.addAll(heads(Path.of(file)));
    try (var instance = Instance.join(options.home(), false)) {
      var verification =
          instance
              .get(AuditChain.class)
              .verify(kept, (link, of) -> err.printf("\r%,d / %,d", link, of));
      err.println();
      out.printf(
          "links %d, heads %d, not sealed yet %d, personal values erased %d%n",
          verification.links(),
          verification.heads(),
          verification.waiting(),
          verification.erased());
      if (verification.intact()) {
        out.println("审计链完整，没有改动。 / The record is whole; nothing was changed.");
        return Commands.DONE;
      }
      out.println("第一处不符 / the first broken link:");
      verification.findings().forEach(it -> out.println("  " + sentence(it)));
      return Commands.FAILED;
    }
  }

  private static List<KeptHead> heads(Path file) throws IOException {
    try {
      return HeadFile.read(Files.readString(file), file.getFileName().toString());
    } catch (IllegalArgumentException unreadable) {
      throw new Usage(
          "这不是链头文件 / not a file of heads: " + file + " (" + unreadable.getMessage() + ")");
    }
  }

  private static String sentence(Finding finding) {
    return text(finding, Locale.SIMPLIFIED_CHINESE) + "\n    " + text(finding, Locale.ENGLISH);
  }

  private static String text(Finding finding, Locale locale) {
    var here = TEXTS.getMessage("audit.keeper.here", null, locale);
    return TEXTS.getMessage(finding.key(), finding.arguments(here), locale);
  }

  private static MessageSource texts() {
    var texts = new ResourceBundleMessageSource();
    texts.setBasename("messages/audit");
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    return texts;
  }
}
