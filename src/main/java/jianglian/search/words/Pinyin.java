package jianglian.search.words;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How Han letters are read. Each letter has one reading, from ICU; words that read otherwise (长江,
/// 银行) stand in `search/readings.txt`.
public final class Pinyin {
  private static final int FIRST = 0x4e00;
  private static final int LAST = 0x9fff;
  private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");

  /// Filled letter by letter as they are met: texts use a few thousand of them.
  private static final @Nullable String[] READINGS = new String[LAST - FIRST + 1];

  private static final Map<String, List<String>> WORDS = words();
  private static final int LONGEST_WORD =
      WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

  private Pinyin() {}

  /// One syllable for each Han letter of a folded text; every other letter stands for itself.
  public static List<String> syllables(String folded) {
    var syllables = new ArrayList<String>();
    for (var at = 0; at < folded.length(); ) {
      var word = word(folded, at);
      if (word.isEmpty()) {
        syllables.add(syllable(folded.charAt(at)));
        at++;
      } else {
        syllables.addAll(WORDS.getOrDefault(word, List.of()));
        at += word.length();
      }
    }
    return syllables;
  }

  /// What a person types for a text read so: `v` is how keyboards write ü.
  public static String typed(String letters) {
    return letters.replace("lv", "lu").replace("nv", "nu");
  }

  private static String syllable(char letter) {
    if (letter < FIRST || letter > LAST) return String.valueOf(letter);
    var known = READINGS[letter - FIRST];
    if (known != null) return known;
    var reading = LATIN.transliterate(String.valueOf(letter)).strip();
    READINGS[letter - FIRST] = reading;
    return reading;
  }

  /// The longest word with a reading of its own that begins there, or nothing.
  private static String word(String text, int at) {
    for (var length = Math.min(LONGEST_WORD, text.length() - at); length > 1; length--) {
      var word = text.substring(at, at + length);
      if (WORDS.containsKey(word)) return word;
    }
    return "";
  }

  private static Map<String, List<String>> words() {
    var words = new HashMap<String, List<String>>();
    for (var line : Lines.of("/search/readings.txt")) {
      var parts = line.split(" ");
      words.put(parts[0], List.of(parts).subList(1, parts.length));
    }
    return words;
  }
}
