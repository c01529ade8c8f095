package jianglian.matching.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// `fit`: the model's weights from judged pairs.
public final class FitCommand {
  public static final String HELP =
      """
      bin/jianglian fit --needs needs.jsonl --offers achievements.jsonl --labels labels.csv
          [--out model.json] [--data TEXT] [--seed N]
        --labels  columns need, achievement, level (1 unrelated to 4 strongly related)
        --out     where the new model is written; src/main/resources/matching/model.json ships
        --data    what the labels are, for the record in the file
      The last line of standard output is JSON with the figures of five folds.
      """;

  private FitCommand() {}

  static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /// Answers the exit code: 0, or 2 when the arguments are not understood.
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    Arguments options;
    long seed;
    try {
      options = Arguments.of(arguments, Set.of("needs", "offers", "labels", "out", "data", "seed"));
      for (var name : List.of("needs", "offers", "labels")) options.needed(name);
      seed = Long.parseLong(options.text("seed", "42"));
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      err.print(HELP);
      return 2;
    }
    out.println(fit(options, seed, err));
    return 0;
  }

  private static String fit(Arguments options, long seed, PrintStream err) throws IOException {
    var needs = Samples.items(options.needed("needs"));
    var offers = Samples.items(options.needed("offers"));
    var labels = Samples.pairs(options.needed("labels"));
    try (var instance = LaboratoryInstance.start()) {
      var laboratory = instance.laboratory();
      laboratory.fill(offers.values(), instance.park(), err::println);
      var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
      var data = options.text("data", labels.size() + " judged pairs");
      var file = new Experiment(laboratory, needs).fit(labels, today, data, seed, err::println);
      var out = options.path("out");
      if (out.isPresent()) Files.writeString(out.get(), file.text() + "\n", StandardCharsets.UTF_8);
      else err.println(file.text());
      return new JsonMapper().writeValueAsString(file.figures());
    }
  }
}
