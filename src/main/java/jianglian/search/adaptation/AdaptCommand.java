package jianglian.search.adaptation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jianglian.search.adaptation.Alignment.Pairs;
import jianglian.search.adaptation.Alignment.Settings;
import jianglian.search.embedding.PlainVectors;
import tools.jackson.databind.json.JsonMapper;

/// `adapt`: learns a map of vectors from texts that belong together.
public final class AdaptCommand {
  public static final String HELP =
      """
      bin/jianglian adapt texts|questions --pairs FILE[,FILE…] --left N --right N [--group N]
          [--header true] [--out FILE] [--seed N]
        texts      the map of all texts: titles and abstracts, say; both sides are mapped
        questions  the map of questions on top of it; only the left side is mapped
        --pairs    files of columns parted by tabs
        --left, --right  the columns, from 1, whose texts belong together
        --group    the column whose lines are held back together when the map is tried
        --header   the first line names the columns
        --out      where the map is written; src/main/resources/search/adaptation/ ships
      The last line of standard output is JSON: recall and mean reciprocal rank within the first ten
      before and after, on four folds the map was not learned from.
      """;

  private static final int FOLDS = 4;
  private static final int LONGEST = 300;

  private AdaptCommand() {}

  private record Line(String left, String right, String group) {}

  /// Answers the exit code: 0, or 2 when the arguments are not understood.
  public static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    Map<String, String> options;
    boolean questions;
    List<Line> lines;
    try {
      questions = questions(arguments);
      options = options(arguments.subList(1, arguments.size()));
      lines = lines(options);
      if (lines.size() < FOLDS * 2) throw new IllegalArgumentException("too few pairs");
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      err.print(HELP);
      return 2;
    }
    var seed = Long.parseLong(options.getOrDefault("seed", "42"));
    var settings =
        questions
            ? new Settings(true, 20, 0.003, 20, 256, seed)
            : new Settings(false, 8, 0.01, 20, 128, seed);
    var pairs = vectors(lines, questions, err);
    var before = Found.of(pairs.left(), pairs.right(), IntStream.range(0, lines.size()).toArray());
    var after = tried(pairs, lines, settings, err);
    var map = Adaptation.of(Alignment.learn(pairs, settings));
    var file = options.get("out");
    if (file != null) Files.write(Path.of(file), map.bytes());
    out.println(report(lines.size(), before, after));
    return 0;
  }

  private static boolean questions(List<String> arguments) {
    var what = arguments.isEmpty() ? "" : arguments.getFirst();
    if (!List.of("texts", "questions").contains(what)) {
      throw new IllegalArgumentException("texts or questions?");
    }
    return what.equals("questions");
  }

  private static Map<String, String> options(List<String> arguments) {
    var options = new HashMap<String, String>();
    var known = List.of("pairs", "left", "right", "group", "header", "out", "seed");
    for (var i = 0; i < arguments.size(); i += 2) {
      var name = arguments.get(i).replaceFirst("^--", "");
      if (!known.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException("not understood: " + arguments.get(i));
      }
      options.put(name, arguments.get(i + 1));
    }
    for (var name : List.of("pairs", "left", "right")) {
      if (!options.containsKey(name)) {
        throw new IllegalArgumentException("this option is needed: --" + name);
      }
    }
    return options;
  }

  private static List<Line> lines(Map<String, String> options) throws IOException {
    var left = Integer.parseInt(options.getOrDefault("left", "")) - 1;
    var right = Integer.parseInt(options.getOrDefault("right", "")) - 1;
    var group = Integer.parseInt(options.getOrDefault("group", "0")) - 1;
    var lines = new ArrayList<Line>();
    for (var file : options.getOrDefault("pairs", "").split(",", -1)) {
      var all = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
      if (Boolean.parseBoolean(options.get("header"))) all = all.subList(1, all.size());
      for (var line : all) {
        var cells = line.split("\t", -1);
        if (cells.length <= Math.max(left, Math.max(right, group))) {
          throw new IllegalArgumentException(file + ": a line has too few columns");
        }
        var of = group < 0 ? file + lines.size() : cells[group];
        lines.add(new Line(cut(cells[left]), cut(cells[right]), of));
      }
    }
    return lines;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static Pairs vectors(List<Line> lines, boolean questions, PrintStream err) {
    try (var model = PlainVectors.load()) {
      var left = model.of(lines.stream().map(Line::left).toList(), it -> err.println("left " + it));
      var right =
          model.of(lines.stream().map(Line::right).toList(), it -> err.println("right " + it));
      if (!questions) return new Pairs(left, right);
      var texts = Adaptation.ofTexts();
      return new Pairs(mapped(left, texts), mapped(right, texts));
    }
  }

  private static float[][] mapped(float[][] vectors, Adaptation map) {
    return Arrays.stream(vectors).map(map::apply).toArray(float[][]::new);
  }

  /// Each fold asked under a map that was learned from the others.
  private static Found tried(Pairs pairs, List<Line> lines, Settings settings, PrintStream err) {
    var folds = folds(lines, settings.seed());
    var found = new Found(0, 0, 0);
    for (var fold = 0; fold < FOLDS; fold++) {
      var of = fold;
      var held = IntStream.range(0, lines.size()).filter(it -> folds[it] == of).toArray();
      var rest = IntStream.range(0, lines.size()).filter(it -> folds[it] != of).toArray();
      var map = Adaptation.of(Alignment.learn(pairs.some(rest), settings));
      var right = settings.leftOnly() ? pairs.right() : mapped(pairs.right(), map);
      found = found.and(Found.of(mapped(pairs.left(), map), right, held));
      err.println("fold " + (fold + 1) + " of " + FOLDS);
    }
    return found;
  }

  private static int[] folds(List<Line> lines, long seed) {
    var random = new Random(seed);
    var byGroup = new HashMap<String, Integer>();
    return lines.stream()
        .mapToInt(it -> byGroup.computeIfAbsent(it.group(), _ -> random.nextInt(FOLDS)))
        .toArray();
  }

  private static String report(int pairs, Found before, Found after) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("pairs", pairs);
    figures.put("recall10", rounded(after.recall10()));
    figures.put("mrr10", rounded(after.mrr10()));
    figures.put("recall10Before", rounded(before.recall10()));
    figures.put("mrr10Before", rounded(before.mrr10()));
    return new JsonMapper().writeValueAsString(figures);
  }

  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
