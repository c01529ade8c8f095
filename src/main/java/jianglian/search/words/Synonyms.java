package jianglian.search.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Groups of words that mean the same, read from lines of `word, word, word`. They are put into the
/// question, not into the index, so that an edited list works at once.
public record Synonyms(Map<String, Set<String>> groups, int longest) {
  private static final int MOST_LETTERS = 40;
  private static final Pattern COMMA = Pattern.compile("[,，]");

  public static Synonyms of(String list) {
    var groups = new HashMap<String, Set<String>>();
    for (var line : Lines.telling(list)) {
      var group = new LinkedHashSet<String>();
      COMMA
          .splitAsStream(line)
          .map(it -> Folding.fold(it).strip())
          .filter(it -> !it.isEmpty() && it.length() <= MOST_LETTERS)
          .forEach(group::add);
      // A word in two groups joins them for itself only: A=B and B=C do not make A=C.
      for (var word : group) groups.computeIfAbsent(word, _ -> new LinkedHashSet<>()).addAll(group);
    }
    var longest = groups.keySet().stream().mapToInt(String::length).max().orElse(0);
    return new Synonyms(Map.copyOf(groups), longest);
  }

  public static Synonyms none() {
    return new Synonyms(Map.of(), 0);
  }

  /// The other words of the word's group.
  public List<String> of(Word word) {
    return groups.getOrDefault(word.text(), Set.of()).stream()
        .filter(it -> !it.equals(word.text()))
        .toList();
  }

  /// The longest listed words in a folded text that begin and end where its words do, none
  /// overlapping another.
  public List<Word> in(String folded, List<Word> words) {
    var starts = new HashSet<Integer>();
    var ends = new HashSet<Integer>();
    for (var word : words) {
      starts.add(word.start());
      ends.add(word.end());
    }
    var found = new ArrayList<Word>();
    for (var at = 0; at < folded.length(); at++) {
      if (!starts.contains(at)) continue;
      var word = longest(folded, at, ends);
      if (word == null) continue;
      found.add(word);
      at = word.end() - 1;
    }
    return found;
  }

  private @Nullable Word longest(String text, int at, Set<Integer> ends) {
    for (var end = Math.min(text.length(), at + longest); end > at; end--) {
      if (!ends.contains(end)) continue;
      var word = text.substring(at, end);
      if (groups.containsKey(word)) return new Word(word, at, end);
    }
    return null;
  }
}
