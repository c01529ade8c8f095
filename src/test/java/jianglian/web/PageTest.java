package jianglian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jianglian.audit.Actor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, '1,000'",
    "-999, -999",
    "-1000, '-1,000'",
    "100000, '100,000'",
    "9223372036854775807, '9,223,372,036,854,775,807'",
    "-9223372036854775808, '-9,223,372,036,854,775,808'"
  })
  void a_number_has_its_thousands_apart(long number, String shown) {
    assertThat(page().number(number)).isEqualTo(shown);
  }

  private static Page page() {
    return new Page(
        null,
        Locale.ENGLISH,
        new Actor.Visitor(),
        "/",
        "",
        () -> null,
        0,
        new Look("", ""),
        false,
        null);
  }
}
