package jianglian.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubjectTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private final Subject account = Subject.account("chenli");

  @Test
  void the_first_five_tries_are_free() {
    assertThat(account.wait(4, NOW, NOW)).isZero();
  }

  @Test
  void each_further_try_waits_twice_as_long_and_never_more_than_a_quarter_of_an_hour() {
    assertThat(account.wait(5, NOW, NOW)).hasSeconds(30);
    assertThat(account.wait(6, NOW, NOW)).hasSeconds(60);
    assertThat(account.wait(7, NOW, NOW)).hasSeconds(120);
    assertThat(account.wait(9, NOW, NOW)).hasSeconds(480);
    assertThat(account.wait(1_000_000, NOW, NOW)).hasMinutes(15);
  }

  @Test
  void time_that_has_passed_counts() {
    assertThat(account.wait(6, NOW.minusSeconds(45), NOW)).hasSeconds(15);
    assertThat(account.wait(6, NOW.minusSeconds(60), NOW)).isZero();
  }

  @Test
  void the_message_names_seconds_first_and_minutes_when_it_takes_long() {
    assertThat(new TryLater(Duration.ofMillis(29_100)).arguments()).containsExactly(30L);
    assertThat(new TryLater(Duration.ofMillis(29_100)).key()).isEqualTo("throttle.seconds");
    assertThat(new TryLater(Duration.ofSeconds(121)).arguments()).containsExactly(3L);
    assertThat(new TryLater(Duration.ofSeconds(121)).key()).isEqualTo("throttle.minutes");
  }

  @Test
  void what_was_typed_is_not_kept() {
    assertThat(account.digest()).doesNotContain("chenli").hasSize(64);
  }
}
