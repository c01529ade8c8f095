package jianglian.matching.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jianglian.matching.CodedReason;
import jianglian.matching.PairOutcome;
import jianglian.matching.model.ModelFile;

/// People with preferences that the model does not know answer the lists it makes; what they answer
/// refits it, through the very code that runs by night. Each round brings needs nobody has seen.
public final class Simulation {
  private static final int CANDIDATES = 60;
  private static final int SHOWN = 20;
  private static final int UNSEEN = 200;
  private static final double ANSWERED = 0.35;
  private static final double PRIOR = 200;

  /// How people answer.
  public enum People {
    /// By what they prefer.
    HONEST,
    /// As a coin falls.
    RANDOM
  }

  /// After a round: nDCG@10 of the model in use on needs nobody has answered, against what people
  /// truly prefer; the answers so far; whether the try was kept.
  public record Round(double ndcg, int answers, boolean kept) {}

  private final Random random;
  private final People people;
  private final int needsEachRound;
  private final Map<String, Double> preferences = new HashMap<>();
  private final List<Example> answers = new ArrayList<>();
  private final List<Example> unseen = new ArrayList<>();
  private ModelFile model = ModelFile.shipped();
  private long need;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  public Simulation(long seed, People people, int needsEachRound) {
    this.random = new Random(seed);
    this.people = people;
    this.needsEachRound = needsEachRound;
    model
        .features()
        .forEach(it -> preferences.put(it.name(), Math.max(0, 1.6 * random.nextDouble() - 0.4)));
    for (var i = 0; i < UNSEEN; i++) unseen.addAll(candidates());
  }

  /// Of the model in use.
  public double ndcg() {
    return Measured.ndcg10(unseen, model);
  }

  /// Of a model that knew what people prefer.
  public double best() {
    var lines =
        model.features().stream()
            .map(it ->
                new ModelFile.Line(
                    it.name(), preferences.getOrDefault(it.name(), 0.0), it.mean(), it.scale(), ""))
            .toList();
    return Measured.ndcg10(
        unseen, new ModelFile("best", "", "", "", Map.of(), model.intercept(), lines));
  }

  public Round round() {
    for (var i = 0; i < needsEachRound; i++) answer();
    var label = new Attempt.Label("simulated", "2026-11-25", "simulated");
    var attempt = Attempt.of(answers, model, PRIOR, label, _ -> {});
    var kept = attempt.file() != null && attempt.why() == null;
    if (kept) model = attempt.file();
    return new Round(ndcg(), answers.size(), kept);
  }

  /// Someone looks at a need's list and answers some of it.
  private void answer() {
    var list =
        candidates().stream()
            .sorted(Comparator.comparingDouble(it -> -score(it)))
            .limit(SHOWN)
            .toList();
    for (var it : list) {
      now = now.plusSeconds(60);
      if (random.nextDouble() < ANSWERED) answers.add(answered(it));
    }
  }

  private Example answered(Example shown) {
    var likes = people == People.RANDOM ? 0.5 : shown.target();
    var evidence = random.nextDouble() < likes ? yes(likes) : no();
    return new Example(
        shown.need(),
        shown.list(),
        shown.values(),
        Set.of(),
        evidence.target(),
        evidence.weight(),
        now);
  }

  private Evidence yes(double likes) {
    var outcome = random.nextDouble() < likes ? PairOutcome.ACCEPTED : PairOutcome.EXPRESSED;
    return Evidence.of(outcome, null).orElseThrow();
  }

  /// Six in ten say out of scope, the others any reason.
  private Evidence no() {
    var reasons = CodedReason.values();
    return Evidence.of(
        random.nextDouble() < 0.6
            ? CodedReason.OUT_OF_SCOPE
            : reasons[random.nextInt(reasons.length)]);
  }

  private double score(Example it) {
    var x = it.standard(model.features());
    var z = 0.0;
    for (var j = 0; j < x.length; j++) z += model.features().get(j).weight() * x[j];
    return z;
  }

  /// A need's candidates; the target is how likely people are to like them, of which a part is seen
  /// by no feature. One feature in four does not matter to people. Words and meanings go together,
  /// one value in five of the others is unknown.
  private List<Example> candidates() {
    need++;
    var candidates = new ArrayList<Example>();
    for (var i = 0; i < CANDIDATES; i++) {
      var close = random.nextGaussian();
      var values = new HashMap<String, Double>();
      var z = -1 + random.nextGaussian();
      for (var line : model.features()) {
        var text = line.name().startsWith("words") || line.name().startsWith("meaning");
        if (!text && random.nextInt(5) == 0) {
          values.put(line.name(), null);
          continue;
        }
        var x = text ? 0.7 * close + 0.7 * random.nextGaussian() : random.nextGaussian();
        values.put(line.name(), line.mean() + line.scale() * x);
        z += preferences.getOrDefault(line.name(), 0.0) * x;
      }
      candidates.add(new Example(need, "need:" + need, values, Set.of(), Fit.chance(z), 1, now));
    }
    return candidates;
  }
}
