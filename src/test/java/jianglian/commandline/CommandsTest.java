package jianglian.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void without_a_command_the_overview_is_shown_and_the_call_was_wrong() {
    assertThat(run()).isEqualTo(2);
    assertThat(text(err)).contains("verify").contains("backup");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void help_is_a_result() {
    assertThat(run("--help")).isZero();
    assertThat(text(out)).contains("verify");
    for (var command :
        List.of("serve", "import", "token", "fit", "evaluate", "verify", "backup", "restore")) {
      out.reset();
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(text(out)).startsWith("bin/jianglian " + command);
    }
    assertThat(text(err)).isEmpty();
  }

  @Test
  void what_is_not_understood_is_a_wrong_call() {
    for (var words :
        List.of(
            List.of("dance"),
            List.of("verify", "--loudly", "1"),
            List.of("verify", "--heads"),
            List.of("verify", "extra"),
            List.of("token"),
            List.of("import", "rows.csv"),
            List.of("import", "--park", "42011101", "rows.csv"),
            List.of("import", "--park", "42011101", "--kind", "rumour", "rows.csv"),
            List.of("import", "--park", "42011101", "--kind", "need"),
            List.of("backup"),
            List.of("backup", "a", "b"))) {
      err.reset();
      assertThat(run(words.toArray(String[]::new))).as(words.toString()).isEqualTo(2);
      assertThat(text(err)).contains("bin/jianglian");
    }
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
