package jianglian.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {
  @Test
  void a_long_sentence_is_a_good_password() {
    assertThat(new NewPassword("长江边上一座老码头的灯").faults("陈立")).isEmpty();
    assertThat(new NewPassword("correct horse battery").faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kurz, password.too-short",
    "123456789, password.too-short",
    "1234567890, password.tried-first",
    "Password123, password.tried-first",
    "aaaaaaaaaaaaaaa, password.tried-first",
    "chenli@example.org, password.is-name"
  })
  void a_bad_one_is_told_why(String password, String key) {
    var faults = new NewPassword(password).faults("陈立", "ChenLi@example.org");
    assertThat(faults).singleElement().satisfies(it -> assertThat(it.key()).isEqualTo(key));
  }

  @Test
  void an_endless_one_is_refused_before_it_is_hashed() {
    assertThat(new NewPassword("长".repeat(10_000)).faults()).hasSize(1);
  }
}
