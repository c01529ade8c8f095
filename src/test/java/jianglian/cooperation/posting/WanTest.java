package jianglian.cooperation.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WanTest {
  @ParameterizedTest
  @CsvSource({
    "80,800000",
    "80.5,805000",
    "８０万,800000",
    "50万元,500000",
    "800000元,800000",
    "1.2亿,120000000",
    "1.2亿元,120000000",
    "'1,200',12000000",
    "0,0"
  })
  void money_is_read_as_people_write_it(String typed, long yuan) {
    assertThat(Wan.yuan(typed)).contains(yuan);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"八十万", "-5", "80 dollars", "1e9", "0.00001", "元", "999999999999999999999"})
  void what_is_no_amount_is_refused(String typed) {
    assertThat(Wan.yuan(typed)).isEmpty();
  }

  @Test
  void it_stands_in_the_form_again_as_it_was_written() {
    assertThat(Wan.written(805_000)).isEqualTo("80.5");
    assertThat(Wan.written(12_000_000)).isEqualTo("1200");
  }
}
