package jianglian.search.question;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jianglian.search.Suggestion;
import jianglian.search.changes.Key;

/// What is being typed, and how what an index found for it becomes suggestions. `typed` is as
/// [Sounds#typed] gives it.
public record Typing(String typed, int size) {
  /// So much of what an index finds is looked at.
  public static final int LOOKED_AT = 60;

  private static final int MOST_WORDS = 3;
  private static final int LONGEST = 40;

  /// Names come before titles.
  public static final Map<String, Float> KINDS = Map.of("park", 3f, "organisation", 2f);

  /// What begins as typed comes before what holds it further on, and what is exactly that before
  /// everything.
  public static final float BEGINS = 1.5f;

  public static final float EXACT = 10;

  /// Of two names alike the shorter is nearer to what was typed; at this length it counts half.
  public static final int HALF_LENGTH = 20;

  /// In milliseconds: so old counts half of new.
  public static final long HALF_AS_FRESH = Duration.ofDays(365).toMillis();

  public record Found(Key key, Card card) {}

  public boolean nothing() {
    return typed.isEmpty() || typed.length() > LONGEST;
  }

  public List<Suggestion> suggestions(List<Found> found) {
    var suggestions = new LinkedHashSet<Suggestion>(words(found));
    var titles = new LinkedHashSet<String>();
    found.stream()
        .sorted(Comparator.comparingDouble(this::rank))
        .filter(it -> titles.add(it.card().title()))
        .forEach(it -> suggestions.add(suggestion(it)));
    return suggestions.stream().limit(size).toList();
  }

  /// Lower is better: the name itself, then kinds, then names that begin so, then short ones.
  private double rank(Found found) {
    var title = found.card().title();
    return -KINDS.getOrDefault(found.key().kind(), 0f)
        - (Sounds.begins(title, typed) ? BEGINS : 0)
        - (Sounds.whole(title).contains(typed) ? EXACT : 0)
        + Math.min(title.length(), 99) / 1000.0;
  }

  /// The keywords most entries found carry.
  private List<Suggestion> words(List<Found> found) {
    var counts = new HashMap<String, Integer>();
    for (var it : found) {
      for (var word : it.card().keywords()) {
        if (Sounds.begins(word, typed)) counts.merge(word, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(it -> it.getValue() > 1)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_WORDS)
        .map(it -> new Suggestion(it.getKey(), Suggestion.WORD, 0))
        .toList();
  }

  private static Suggestion suggestion(Found found) {
    return new Suggestion(found.card().title(), found.key().kind(), found.key().id());
  }
}
