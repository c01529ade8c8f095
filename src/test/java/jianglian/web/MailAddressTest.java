package jianglian.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @Test
  void full_width_letters_and_capitals_are_folded() {
    assertThat(MailAddress.of(" Ｃｈｅｎ.Li＠Example.ORG "))
        .contains(new MailAddress("chen.li@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chen",
        "chen@",
        "@example.org",
        "chen@example",
        "chen li@example.org",
        "chen@example.org\r\nBcc: all@example.org",
        "chen@example.org\nBcc: x@example.org",
        "a@example.org, b@example.org",
        "<a@example.org>",
        "a@ex ample.org",
        "a..b@example.org",
        "a@-example.org",
        "a@example.org\0"
      })
  void what_is_no_single_address_is_refused(String text) {
    assertThat(MailAddress.of(text)).isEmpty();
  }

  @Test
  void an_address_is_not_endless() {
    assertThat(MailAddress.of("a".repeat(10_000) + "@example.org")).isEmpty();
  }
}
