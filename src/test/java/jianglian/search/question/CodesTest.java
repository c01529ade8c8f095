package jianglian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "沪府规〔2024〕12号",
        "沪府规[2024]12号",
        "沪府规（2024）12 号",
        "滬府規【2024】12號",
        " 沪府规 〔２０２４〕 １２ 号 ",
        "根据沪府规〔2024〕第12号文申报",
      })
  void a_document_number_is_known_however_it_is_written(String typed) {
    assertThat(Codes.in(typed)).containsAnyElementsOf(Codes.of("沪府规〔2024〕12号"));
  }

  @Test
  void year_and_number_alone_are_enough() {
    assertThat(Codes.of("沪府规〔2024〕12号")).contains("202412号");
    assertThat(Codes.in("〔2024〕12号")).contains("202412号");
  }

  @Test
  void another_number_is_another_document() {
    assertThat(Codes.in("沪府规〔2024〕13号")).doesNotContainAnyElementsOf(Codes.of("沪府规〔2024〕12号"));
  }

  @Test
  void a_text_without_a_number_means_none() {
    assertThat(Codes.in("")).isEmpty();
    assertThat(Codes.in("！？。")).isEmpty();
  }
}
