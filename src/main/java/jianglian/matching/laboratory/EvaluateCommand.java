package jianglian.matching.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate`: how good the matcher is on files of needs and offers.
public final class EvaluateCommand {
  public static final String HELP =
      """
      bin/jianglian evaluate --needs needs.jsonl --offers achievements.jsonl
          (--labels labels.csv | --pairs pairs.csv [--scores out.csv] [--rankings out.csv])
        --labels   columns need, achievement, level; the last line of standard output is JSON with
                   ndcg10, recall50, needs, pairs
        --pairs    columns need, achievement
        --scores   writes need, achievement, score of each pair
        --rankings writes need, achievement, rank: the best 50 of all offers
      """;

  private EvaluateCommand() {}

  static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /// Answers the exit code: 0, or 2 when the arguments are not understood.
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    Arguments options;
    try {
      options =
          Arguments.of(
              arguments, Set.of("needs", "offers", "labels", "pairs", "scores", "rankings"));
      options.needed("needs");
      options.needed("offers");
      if (options.path("labels").isEmpty()) options.needed("pairs");
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      err.print(HELP);
      return 2;
    }
    var line = evaluate(options, err);
    out.println(line);
    return 0;
  }

  private static String evaluate(Arguments options, PrintStream err) throws IOException {
    var needs = Samples.items(options.needed("needs"));
    var offers = Samples.items(options.needed("offers"));
    try (var instance = LaboratoryInstance.start()) {
      var laboratory = instance.laboratory();
      laboratory.fill(offers.values(), instance.park(), err::println);
      var experiment = new Experiment(laboratory, needs);
      if (options.path("labels").isPresent()) {
        var quality = experiment.evaluate(Samples.pairs(options.needed("labels")));
        return new JsonMapper().writeValueAsString(quality);
      }
      var pairs = Samples.pairs(options.needed("pairs"));
      if (options.path("scores").isPresent()) {
        experiment.writeScores(pairs, options.needed("scores"));
      }
      if (options.path("rankings").isPresent()) {
        experiment.writeRankings(pairs, options.needed("rankings"));
      }
      return "{\"pairs\":" + pairs.size() + "}";
    }
  }
}
