package jianglian.publishing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChangesTest {
  private static String between(String before, String after) {
    return LineChanges.between(before, after).stream()
        .map(it -> it.sign() + it.line())
        .collect(Collectors.joining(" "));
  }

  @Test
  void only_what_differs_is_shown() {
    assertThat(between("一\n二\n三", "一\n二\n三")).isEmpty();
    assertThat(between("一\n二\n三", "一\n两\n三\n四")).isEqualTo("-二 +两 +四");
    assertThat(between("", "新")).isEqualTo("+新");
    assertThat(between("a\nb\nc\nd", "b\nd\ne")).isEqualTo("-a -c +e");
  }

  @Test
  void long_texts_are_shown_as_replaced() {
    var old = IntStream.range(0, 3_000).mapToObj(it -> "o" + it).collect(Collectors.joining("\n"));
    assertThat(LineChanges.between(old, "neu")).hasSize(3_001);
  }
}
