package jianglian.search.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.search.words.Folding;
import jianglian.search.words.Pinyin;
import jianglian.search.words.Words;

/// What a name can be found by while it is typed in Latin letters: from each of its words on, the
/// syllables written out and their initials.
public final class Sounds {
  private static final int MOST_WORDS = 24;
  private static final int LONGEST = 24;
  private static final int LONGEST_NAME = 60;

  /// Beginnings so short are kept as terms of their own: looking for all terms that begin with one
  /// letter would be slow.
  public static final int SHORT = 3;

  private Sounds() {}

  public static Set<String> of(String name) {
    var folded = Folding.fold(name);
    var syllables = Pinyin.syllables(folded);
    var sounds = new LinkedHashSet<String>();
    Words.of(folded).stream()
        .limit(MOST_WORDS)
        .forEach(word -> {
          var rest = syllables.subList(word.start(), syllables.size());
          sounds.add(cut(plain(rest)));
          sounds.add(cut(initials(rest)));
        });
    sounds.remove("");
    return sounds;
  }

  /// The name from its first letter on: as it is written, as it is read, and its initials.
  public static Set<String> whole(String name) {
    var folded = Folding.fold(name);
    var syllables = Pinyin.syllables(folded);
    var whole = new LinkedHashSet<>(List.of(cut(plain(syllables)), cut(initials(syllables))));
    whole.add(written(folded));
    whole.remove("");
    return whole;
  }

  /// A folded name as it is kept: of a long one its beginning.
  public static String written(String folded) {
    var stripped = folded.strip();
    return stripped.length() <= LONGEST_NAME ? stripped : stripped.substring(0, LONGEST_NAME);
  }

  public static Set<String> beginnings(Set<String> sounds) {
    var beginnings = new LinkedHashSet<String>();
    for (var sound : sounds) {
      for (var length = 1; length <= Math.min(SHORT, sound.length()); length++) {
        beginnings.add(sound.substring(0, length));
      }
    }
    return beginnings;
  }

  /// Whether the name begins with what was typed, in letters of its own, pinyin or initials.
  public static boolean begins(String name, String typed) {
    var folded = Folding.fold(name);
    if (folded.startsWith(typed)) return true;
    var syllables = Pinyin.syllables(folded);
    return plain(syllables).startsWith(typed) || initials(syllables).startsWith(typed);
  }

  /// What was typed, without the spaces and marks an input method puts between syllables.
  public static String typed(String text) {
    var plain = Folding.fold(text.strip());
    if (plain.chars().anyMatch(Character::isIdeographic)) return plain;
    return cut(Pinyin.typed(plain(List.of(plain))));
  }

  private static String plain(List<String> syllables) {
    return String.join("", syllables)
        .chars()
        .filter(Character::isLetterOrDigit)
        .limit(200)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String initials(List<String> syllables) {
    return syllables.stream()
        .filter(it -> Character.isLetterOrDigit(it.charAt(0)))
        .limit(LONGEST)
        .map(it -> it.substring(0, 1))
        .collect(Collectors.joining());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
