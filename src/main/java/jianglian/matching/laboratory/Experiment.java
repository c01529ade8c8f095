package jianglian.matching.laboratory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jianglian.matching.laboratory.Samples.Item;
import jianglian.matching.laboratory.Samples.Labelled;
import jianglian.matching.model.ModelFile;

/// One run of the laboratory over files of needs and offers.
public record Experiment(Laboratory laboratory, Map<String, Item> needs) {
  private static final int RANKED = 50;

  /// Fits the weights; the answer is the new model file. `progress` hears what each feature brings.
  public ModelFile fit(
      List<Labelled> labels, LocalDate today, String data, long seed, Consumer<String> progress) {
    var corpus = new LinkedHashMap<String, Map<String, double[]>>();
    for (var need : byNeed(labels).keySet()) {
      corpus.put(need, Fitted.values(laboratory.pairs(need(need))));
    }
    var fitted = new Fitted(labels, corpus);
    fitted
        .ablation(seed)
        .forEach((feature, figures) -> progress.accept("without " + feature + ": " + figures));
    return fitted.file(ModelFile.shipped(), today.toString(), data, seed);
  }

  public Quality evaluate(List<Labelled> labels) {
    var judged = Quality.byNeed(labels);
    var scores = new HashMap<String, Map<String, Double>>();
    var rankings = new HashMap<String, List<String>>();
    var pairs = 0;
    for (var need : judged.entrySet()) {
      scores.put(need.getKey(), scores(need(need.getKey()), need.getValue()));
      rankings.put(
          need.getKey(), List.copyOf(laboratory.ranking(need(need.getKey()), RANKED).keySet()));
      pairs += need.getValue().size();
    }
    return new Quality(
        Quality.ndcg10(labels, scores), Quality.recall(labels, rankings), judged.size(), pairs);
  }

  /// Writes need, achievement, score of the pairs; a pair with nothing in common scores 0.
  public void writeScores(List<Labelled> pairs, Path file) throws IOException {
    var lines = new ArrayList<>(List.of("need,achievement,score"));
    for (var need : byNeed(pairs).entrySet()) {
      var scores = scores(need(need.getKey()), need.getValue());
      for (var it : need.getValue()) {
        lines.add(it.need() + "," + it.offer() + "," + scores.getOrDefault(it.offer(), 0.0));
      }
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /// Writes need, achievement, rank: the best 50 of the whole corpus for every need of the pairs.
  public void writeRankings(List<Labelled> pairs, Path file) throws IOException {
    var lines = new ArrayList<>(List.of("need,achievement,rank"));
    for (var need : byNeed(pairs).keySet()) {
      var rank = 1;
      for (var offer : laboratory.ranking(need(need), RANKED).keySet()) {
        lines.add(need + "," + offer + "," + rank++);
      }
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  private Map<String, Double> scores(Item need, List<Labelled> judged) {
    var pairs = laboratory.pairs(need);
    var scores = new HashMap<String, Double>();
    for (var label : judged) {
      var pair = pairs.get(label.offer());
      if (pair != null) scores.put(label.offer(), laboratory.scored(pair).score());
    }
    return scores;
  }

  private Item need(String id) {
    var need = needs.get(id);
    if (need == null) throw new IllegalArgumentException("no such need: " + id);
    return need;
  }

  private static Map<String, List<Labelled>> byNeed(List<Labelled> pairs) {
    return pairs.stream()
        .collect(Collectors.groupingBy(Labelled::need, LinkedHashMap::new, Collectors.toList()));
  }
}
