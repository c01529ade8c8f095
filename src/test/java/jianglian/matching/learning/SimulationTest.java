package jianglian.matching.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.LongStream;
import jianglian.matching.learning.Simulation.People;
import jianglian.matching.learning.Simulation.Round;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int ROUNDS = 6;
  private static final int NEEDS = 50;

  @Test
  void what_people_answer_makes_the_order_of_unseen_needs_better() {
    for (var seed = 1; seed <= 3; seed++) {
      var simulation = new Simulation(seed, People.HONEST, NEEDS);
      var first = simulation.ndcg();
      var rounds = new ArrayList<Round>();
      for (var i = 0; i < ROUNDS; i++) rounds.add(simulation.round());
      var gap = simulation.best() - first;
      // So much is there to learn at all; it depends on the model the product comes with.
      assertThat(gap).isGreaterThan(0.03);
      assertThat(rounds.getLast().ndcg() - first).as("seed " + seed).isGreaterThan(0.6 * gap);
    }
  }

  @Test
  void who_answers_at_random_teaches_nothing() {
    var kept =
        LongStream.rangeClosed(1, 20)
            .filter(seed -> {
              var simulation = new Simulation(seed, People.RANDOM, 4 * NEEDS);
              return simulation.round().kept();
            })
            .count();
    assertThat(kept).isZero();
  }
}
