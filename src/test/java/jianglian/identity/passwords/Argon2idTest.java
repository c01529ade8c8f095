package jianglian.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Argon2idTest {
  private final Argon2id passwords = new Argon2id();

  @Test
  void a_hash_names_its_algorithm_and_parameters() {
    assertThat(passwords.encode("长江之水-2026")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void only_the_right_password_matches() {
    var hash = passwords.encode("长江之水-2026");
    assertThat(passwords.matchesSteadily("长江之水-2026", hash)).isTrue();
    assertThat(passwords.matchesSteadily("长江之水-2027", hash)).isFalse();
    assertThat(passwords.matchesSteadily("nobody's password", null)).isFalse();
  }

  @Test
  void where_no_account_is_the_answer_takes_as_long() {
    var hash = passwords.encode("长江之水-2026");
    time(hash);
    var known = IntStream.range(0, 7).mapToLong(_ -> time(hash)).sorted().toArray()[3];
    var unknown = IntStream.range(0, 7).mapToLong(_ -> time(null)).sorted().toArray()[3];
    assertThat((double) unknown / known).isBetween(0.4, 2.5);
  }

  @Test
  void a_hash_with_weaker_parameters_is_to_be_made_anew() {
    var weak = passwords.encode("长江之水-2026").replace("m=19456", "m=4096");
    assertThat(passwords.upgradeEncoding(weak)).isTrue();
    assertThat(passwords.upgradeEncoding(passwords.encode("长江之水-2026"))).isFalse();
  }

  private long time(String hash) {
    var start = System.nanoTime();
    passwords.matchesSteadily("falsch geraten", hash);
    return System.nanoTime() - start;
  }
}
