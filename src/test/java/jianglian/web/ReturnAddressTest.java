package jianglian.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {
  @Test
  void a_page_of_ours_is_kept_with_its_question() {
    assertThat(ReturnAddress.of("/needs?q=%E6%9C%BA&page=2#top", "/").path())
        .isEqualTo("/needs?q=%E6%9C%BA&page=2#top");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: x=1",
        "javascript:alert(1)",
        "evil",
        "/{x}",
        "/%zz"
      })
  void whatever_could_lead_elsewhere_becomes_the_fallback(String wanted) {
    assertThat(ReturnAddress.of(wanted, "/workspace").path()).isEqualTo("/workspace");
  }

  @Test
  void an_address_without_end_becomes_the_fallback() {
    assertThat(ReturnAddress.of("/" + "a".repeat(10_000), "/workspace").path())
        .isEqualTo("/workspace");
    assertThat(ReturnAddress.of(null, "/workspace").path()).isEqualTo("/workspace");
  }
}
