package jianglian.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.util.function.SingletonSupplier;

/// The unpacked programs of PostgreSQL. It refuses to run as root; root's calls therefore run in a
/// user namespace in which they are nobody.
record PostgresBinaries(Path folder) {
  private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  private static final Supplier<List<String>> PREFIX = SingletonSupplier.of(() -> prefix());

  record Outcome(int code, String output) {}

  Outcome run(String program, List<String> arguments) {
    var words = new ArrayList<>(PREFIX.get());
    words.add(folder.resolve("bin").resolve(program).toString());
    words.addAll(arguments);
    return execute(words);
  }

  /// Such as 18; data of another one cannot be opened.
  int major() {
    var version = MAJOR.matcher(run("pg_ctl", List.of("--version")).output());
    if (!version.find()) throw new IllegalStateException("pg_ctl does not run in " + folder);
    return Integer.parseInt(version.group(1));
  }

  private static List<String> prefix() {
    if (!"root".equals(System.getProperty("user.name"))) return List.of();
    var namespace = List.of("unshare", "-U");
    if (execute(List.of("unshare", "-U", "true")).code() == 0) return namespace;
    throw new CannotStart(
        "这台机器不允许 root 用户启动内嵌的 PostgreSQL。"
            + " / This machine does not let root start the embedded PostgreSQL.",
        "请换一个普通用户运行，或用 spring.datasource.url 指定外部 PostgreSQL。"
            + " / Run as an ordinary user, or name an external PostgreSQL by spring.datasource.url.");
  }

  private static Outcome execute(List<String> words) {
    try {
      // A file, not a pipe: a server started here would keep a pipe open for ever.
      var output = Files.createTempFile("jianglian-", ".out");
      try {
        var builder =
            new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("PG") || it.startsWith("LC_"));
        var code = builder.start().waitFor();
        return new Outcome(code, Files.readString(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException failure) {
      return new Outcome(127, String.valueOf(failure.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
