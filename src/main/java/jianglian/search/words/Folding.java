package jianglian.search.words;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes letters that people take for the same the same: full and half width, upper and lower case,
/// traditional and simplified. Every letter stays in its place, so offsets in the folded text are
/// offsets in the text.
public final class Folding {
  private static final char[] TABLE = table();

  private Folding() {}

  public static String fold(String text) {
    var letters = text.toCharArray();
    for (var i = 0; i < letters.length; i++) letters[i] = TABLE[letters[i]];
    return new String(letters);
  }

  public static char fold(char letter) {
    return TABLE[letter];
  }

  private static char[] table() {
    var table = new char[Character.MAX_VALUE + 1];
    for (var letter = 0; letter < table.length; letter++) {
      table[letter] = Character.toLowerCase(narrow((char) letter));
    }
    simplify(table, 0x3400, 0x9fff);
    return table;
  }

  private static char narrow(char letter) {
    if (Character.isSurrogate(letter)) return letter;
    var narrow = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKC);
    return narrow.length() == 1 ? narrow.charAt(0) : letter;
  }

  /// Letter by letter: the line ends keep the transliterator from looking at neighbours.
  private static void simplify(char[] table, int from, int to) {
    var letters =
        IntStream.rangeClosed(from, to)
            .mapToObj(it -> String.valueOf(table[it]))
            .collect(Collectors.joining("\n"));
    var simple = Transliterator.getInstance("Traditional-Simplified").transliterate(letters);
    var at = from;
    for (var letter : simple.lines().toList()) {
      if (letter.length() == 1) table[at] = letter.charAt(0);
      at++;
    }
  }
}
