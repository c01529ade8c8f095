package jianglian.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A few rounds of `bin/torture import`; the third kills the postmaster too.
class TortureTest {
  private static final int ROUNDS = 3;
  private static final int ROWS = 10_000;

  @Test
  void an_import_that_is_killed_loses_nothing_it_acknowledged() throws Exception {
    var seed = new Random().nextInt(1_000_000);
    System.out.printf("bin/torture import --rounds %d --seed %d%n%s", ROUNDS, seed, Round.HEAD);
    var rounds = ImportTorture.run(ROUNDS, ROWS, seed, System.out::println);
    assertThat(rounds).hasSize(ROUNDS).allSatisfy(it -> assertThat(it.faults()).isEmpty());
    assertThat(rounds).as("a kill that came too late proves nothing").anyMatch(Round::interrupted);
  }
}
