package jianglian.parks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {
  private static final String RIGHT = "91511100206950474Y";

  @Test
  void a_right_check_digit_is_accepted() {
    assertThat(Uscc.of(RIGHT)).contains(new Uscc(RIGHT));
  }

  @Test
  void full_width_lower_case_spaces_and_hyphens_are_folded() {
    assertThat(Uscc.of(" ９１５１１１-００２０ ６９５０４７４ｙ　")).contains(new Uscc(RIGHT));
  }

  @Test
  void every_other_check_digit_is_wrong() {
    var first17 = RIGHT.substring(0, 17);
    var accepted =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .filter(it -> Uscc.of(first17 + (char) it).isPresent())
            .count();
    assertThat(accepted).isEqualTo(1);
  }

  @Test
  void two_swapped_characters_are_noticed() {
    assertThat(Uscc.of("91511100209650474Y")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91511100206950474",
        "91511100206950474YY",
        "9151110020695047IY",
        "九一五一一一00206950474Y"
      })
  void what_cannot_be_a_code_is_refused(String text) {
    assertThat(Uscc.of(text)).isEmpty();
  }
}
