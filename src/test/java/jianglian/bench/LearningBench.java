package jianglian.bench;

import java.util.ArrayList;
import jianglian.matching.learning.Simulation;
import jianglian.matching.learning.Simulation.People;

/// What learning is worth: people with hidden preferences answer the lists, the answers refit the
/// model, and nDCG@10 is measured on needs nobody has answered. The bound is a model that knows the
/// preferences. Beside it, how often answers at random get a new model past the gate.
public final class LearningBench {
  private static final int NEEDS = 50;
  private static final int SEEDS = 10;
  private static final int RANDOM_SEEDS = 200;

  private LearningBench() {}

  public static void main(String[] arguments) {
    var bench = Bench.of(arguments);
    var rounds = bench.option("items", 8);
    bench.fact("rounds", rounds);
    bench.fact("needs_each_round", NEEDS);
    bench.fact("seeds", SEEDS);
    honest(bench, rounds);
    random(bench);
    bench.print();
  }

  private static void honest(Bench bench, int rounds) {
    var simulations = new ArrayList<Simulation>();
    for (var seed = 1; seed <= SEEDS; seed++) {
      simulations.add(new Simulation(seed, People.HONEST, NEEDS));
    }
    var best = simulations.stream().mapToDouble(Simulation::best).average().orElseThrow();
    bench.rate("ndcg10_before", mean(simulations), best);
    for (var round = 1; round < rounds; round++) {
      for (var it : simulations) it.round();
      bench.rate("ndcg10_after_" + round, mean(simulations), best);
    }
    var answers = 0;
    var start = System.nanoTime();
    for (var it : simulations) answers += it.round().answers();
    bench.rate("ndcg10_after_" + rounds, mean(simulations), best, 0.95);
    bench.ours("answers_each", (double) answers / SEEDS);
    bench.ours("seconds_a_round", (System.nanoTime() - start) / 1e9 / SEEDS);
  }

  private static double mean(ArrayList<Simulation> simulations) {
    return simulations.stream().mapToDouble(Simulation::ndcg).average().orElseThrow();
  }

  private static void random(Bench bench) {
    var kept = 0;
    for (var seed = 1; seed <= RANDOM_SEEDS; seed++) {
      if (new Simulation(seed, People.RANDOM, 4 * NEEDS).round().kept()) kept++;
    }
    bench.ours("random_kept_of_a_hundred", 100.0 * kept / RANDOM_SEEDS, 2);
  }
}
