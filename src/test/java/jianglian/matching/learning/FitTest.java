package jianglian.matching.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jianglian.matching.CodedReason;
import jianglian.matching.PairOutcome;
import jianglian.matching.model.ModelFile;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final ModelFile MODEL =
      new ModelFile(
          "m",
          "2026-11-25",
          "",
          "",
          Map.of(),
          -2,
          List.of(line("industry", 0.3), line("money", 0.3), line("region", 0.3)));

  private static ModelFile.Line line(String name, double weight) {
    return new ModelFile.Line(name, weight, 0, 1, "set");
  }

  private static Example example(Map<String, Double> values, double target) {
    return new Example(1, "need:1", values, Set.of(), target, 1, BEGIN);
  }

  /// Answers by a model of these weights at this level above the intercept.
  private static List<Example> answers(int size, double level, double... weights) {
    var random = new Random(5);
    var examples = new ArrayList<Example>();
    for (var i = 0; i < size; i++) {
      var values = new HashMap<String, Double>();
      var z = MODEL.intercept() + level;
      for (var j = 0; j < weights.length; j++) {
        var x = random.nextGaussian();
        values.put(MODEL.features().get(j).name(), x);
        z += weights[j] * x;
      }
      examples.add(example(values, random.nextDouble() < Fit.chance(z) ? 1 : 0));
    }
    return examples;
  }

  @Test
  void with_many_answers_it_finds_the_weights_behind_them_whatever_was_shown_most() {
    for (var level : List.of(0.0, 2.0, 3.5)) {
      var fit = Fit.of(answers(20_000, level, 1.0, 0.2, 0.6), MODEL, 1);
      assertThat(fit.weights()[0]).as("level " + level).isEqualTo(1.0, within(0.08));
      assertThat(fit.weights()[1]).isEqualTo(0.2, within(0.08));
      assertThat(fit.weights()[2]).isEqualTo(0.6, within(0.08));
      assertThat(fit.level()).isEqualTo(level, within(0.1));
    }
  }

  @Test
  void a_weight_is_never_negative() {
    var fit = Fit.of(answers(5_000, 2, 1.0, -0.8, 0.5), MODEL, 1);
    assertThat(fit.weights()[1]).isZero();
    assertThat(fit.weights()[0]).isPositive();
  }

  @Test
  void the_more_the_present_weights_count_the_less_they_move() {
    var answers = answers(300, 2, 1.0, 0.0, 0.0);
    var last = 1.0;
    for (var prior : List.of(1, 100, 10_000, 1_000_000)) {
      var moved = Fit.of(answers, MODEL, prior).weights()[0] - 0.3;
      assertThat(moved).isPositive().isLessThan(last);
      last = moved;
    }
    assertThat(last).isLessThan(0.01);
  }

  @Test
  void without_answers_nothing_moves() {
    assertThat(Fit.of(List.of(), MODEL, 100).weights()).containsExactly(0.3, 0.3, 0.3);
  }

  @Test
  void a_reason_called_wrong_moves_its_features_alone() {
    var examples = new ArrayList<>(answers(200, 2, 0.3, 0.3, 0.3));
    var before = Fit.of(examples, MODEL, 100);
    for (var i = 0; i < 60; i++) {
      var values = Map.of("industry", 1.5, "money", 1.5, "region", 1.5);
      examples.add(new Example(2, "need:2", values, Set.of("industry"), 0, 1, BEGIN));
    }
    var after = Fit.of(examples, MODEL, 100);
    assertThat(after.weights()[0]).isLessThan(before.weights()[0] - 0.08);
    assertThat(after.weights()[1]).isEqualTo(before.weights()[1], within(0.02));
    assertThat(after.weights()[2]).isEqualTo(before.weights()[2], within(0.02));
    assertThat(after.level()).isEqualTo(before.level(), within(0.03));
  }

  @Test
  void an_unknown_value_says_nothing() {
    var values = new HashMap<String, Double>();
    values.put("industry", null);
    values.put("money", 2.0);
    assertThat(example(values, 1).standard(MODEL.features())).containsExactly(0, 2, 0);
  }

  @Test
  void what_is_held_out_is_later_and_of_needs_nobody_had_judged() {
    var examples = new ArrayList<Example>();
    for (var i = 0; i < 100; i++) {
      var need = i < 90 ? i / 3 : i % 10;
      examples.add(
          new Example(
              need,
              "need:" + need,
              Map.of(),
              i == 80 ? Set.of("money") : Set.of(),
              1,
              1,
              BEGIN.plusSeconds(i)));
    }
    var history = History.of(examples);
    assertThat(history.older()).hasSize(70);
    assertThat(history.later()).hasSize(17).allMatch(Example::ofPair);
    var known = history.older().stream().map(Example::need).toList();
    assertThat(history.later()).noneMatch(it -> known.contains(it.need()));
    var end = history.older().stream().map(Example::at).max(Instant::compareTo).orElseThrow();
    assertThat(history.later()).allMatch(it -> it.at().isAfter(end));
  }

  @Test
  void too_few_answers_are_not_compared() {
    var label = new Attempt.Label("n", "d", "");
    var attempt = Attempt.of(answers(50, 2, 1, 1, 1), MODEL, 100, label, _ -> {});
    assertThat(attempt.why()).isEqualTo("too-few");
    assertThat(attempt.file()).isNull();
  }

  @Test
  void figures_are_those_of_the_textbook() {
    var rows =
        List.of(
            new Example(1, "need:1", Map.of("industry", 1.0), Set.of(), 0, 1, BEGIN),
            new Example(1, "need:1", Map.of("industry", -1.0), Set.of(), 1, 3, BEGIN));
    var measured = Measured.of(rows, MODEL, 2);
    // z is 0.3 and -0.3 at level 2 above the intercept of -2.
    var wrong = -Math.log(1 - Fit.chance(0.3));
    assertThat(measured.logLoss()).isEqualTo(wrong, within(1e-12));
    // The bad one stands first: 7 / log2(3) of 7 / log2(2).
    assertThat(measured.ndcg10()).isEqualTo(Math.log(2) / Math.log(3), within(1e-12));
    assertThat(Measured.ndcg10(rows.subList(0, 1), MODEL)).isZero();
  }

  @Test
  void what_says_nothing_of_the_pair_weighs_little_or_nothing() {
    assertThat(Evidence.of(PairOutcome.UNREACHABLE, CodedReason.OTHER)).isEmpty();
    assertThat(Evidence.of(PairOutcome.WITHDRAWN, null)).isEmpty();
    var scope = Evidence.of(CodedReason.OUT_OF_SCOPE);
    for (var reason : CodedReason.values()) {
      if (reason == CodedReason.OUT_OF_SCOPE) continue;
      var evidence = Evidence.of(reason);
      assertThat(evidence.target()).as(reason.code()).isGreaterThan(scope.target());
      assertThat(evidence.weight()).isLessThan(scope.weight());
    }
    assertThat(Evidence.of(CodedReason.DESCRIPTION_UNCLEAR).weight()).isEqualTo(0.1);
  }
}
