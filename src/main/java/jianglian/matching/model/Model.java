package jianglian.matching.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jianglian.matching.MatchReason;

/// A logistic model of features that can only speak for a pair by growing: score = 1 / (1 + e^-z),
/// z = intercept + Σ weight · (value - mean) / scale, weights ≥ 0; an unknown value adds nothing.
/// The score estimates the chance that people call the two strongly related.
public record Model(String name, double intercept, Map<Feature, Weight> weights) {
  public record Weight(double weight, double mean, double scale) {
    public Weight {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("a weight must not be negative");
      }
      if (!(scale > 0) || Double.isInfinite(scale)) {
        throw new IllegalArgumentException("a scale must be positive");
      }
      if (!Double.isFinite(mean)) throw new IllegalArgumentException("a mean must be a number");
    }
  }

  /// How much a feature adds to z.
  public record Term(Feature feature, double value, double added) {
    public ReasonKind kind() {
      return feature.reason();
    }
  }

  /// A score with the terms that made it.
  public record Scored(double score, List<Term> terms) {}

  public Model {
    weights = new EnumMap<>(weights);
  }

  public Scored score(Pair pair) {
    var terms = new ArrayList<Term>();
    var z = intercept;
    for (var entry : weights.entrySet()) {
      var value = entry.getKey().of(pair);
      if (value == null) continue;
      var weight = entry.getValue();
      var added = weight.weight() * (value - weight.mean()) / weight.scale();
      terms.add(new Term(entry.getKey(), value, added));
      z += added;
    }
    return new Scored(1 / (1 + Math.exp(-z)), terms);
  }

  /// What spoke for the pair, the strongest first, each with its share of all that did. There is
  /// always one as long as anything can be said.
  public static List<MatchReason> reasons(Pair pair, List<Term> terms) {
    var spoken = new ArrayList<Spoken>();
    for (var kind : ReasonKind.values()) {
      var arguments = kind.arguments(pair);
      var added =
          terms.stream().filter(it -> it.feature().reason() == kind).mapToDouble(Term::added).sum();
      if (!arguments.isEmpty()) spoken.add(new Spoken(kind, arguments, added));
    }
    spoken.sort(Comparator.comparingDouble(it -> -it.added()));
    var total = spoken.stream().mapToDouble(it -> Math.max(0, it.added())).sum();
    if (total <= 0) return spoken.stream().limit(1).map(it -> it.reason(1)).toList();
    return spoken.stream()
        .filter(it -> it.added() > 0)
        .map(it -> it.reason(it.added() / total))
        .toList();
  }

  private record Spoken(ReasonKind kind, List<String> arguments, double added) {
    MatchReason reason(double share) {
      return new MatchReason(kind.code(), arguments, share);
    }
  }
}
