package jianglian.search.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.search.words.Folding;
import tools.jackson.databind.json.JsonMapper;

/// BERT's way of cutting a text into the pieces its vocabulary knows: every Han letter by itself,
/// other words greedily from the left. The text is folded first, since the vocabulary holds lower
/// case and half width only.
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final int REPLACEMENT = 0xfffd;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int begin;
  private final int end;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = id("[UNK]");
    this.begin = id("[CLS]");
    this.end = id("[SEP]");
  }

  static WordPieces read(InputStream tokenizer) throws IOException {
    var vocabulary = new HashMap<String, Integer>();
    new JsonMapper()
        .readTree(tokenizer.readAllBytes())
        .path("model")
        .path("vocab")
        .properties()
        .forEach(it -> vocabulary.put(it.getKey(), it.getValue().asInt()));
    return new WordPieces(vocabulary);
  }

  /// Ids with the marks of beginning and end, at most `longest` of them.
  long[] of(String text, int longest) {
    var ids = new ArrayList<Integer>();
    ids.add(begin);
    for (var word : words(Folding.fold(text))) {
      if (ids.size() >= longest) break;
      pieces(word, ids);
    }
    while (ids.size() > longest - 1) ids.removeLast();
    ids.add(end);
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }

  private void pieces(String word, List<Integer> into) {
    var first = into.size();
    var at = 0;
    while (at < word.length() && word.length() <= LONGEST_WORD) {
      var stop = word.length();
      Integer piece = null;
      while (stop > at && piece == null) {
        piece = vocabulary.get((at > 0 ? "##" : "") + word.substring(at, stop));
        if (piece == null) stop--;
      }
      if (piece == null) break;
      into.add(piece);
      at = stop;
    }
    if (at == word.length()) return;
    while (into.size() > first) into.removeLast();
    into.add(unknown);
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    text.codePoints()
        .filter(it -> !ignored(it))
        .forEach(it -> {
          var alone = Character.isIdeographic(it) || punctuation(it);
          if (alone || Character.isWhitespace(it) || Character.isSpaceChar(it)) flush(word, words);
          if (alone) words.add(Character.toString(it));
          else if (!Character.isWhitespace(it) && !Character.isSpaceChar(it))
            word.appendCodePoint(it);
        });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.isEmpty()) return;
    var plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    if (!plain.isEmpty()) words.add(plain);
    word.setLength(0);
  }

  private static boolean ignored(int letter) {
    if (letter == '\t' || letter == '\n' || letter == '\r') return false;
    if (letter == 0 || letter == REPLACEMENT) return true;
    return switch (Character.getType(letter)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> false;
    };
  }

  private static boolean punctuation(int letter) {
    if (letter < 0x80) return letter > ' ' && !Character.isLetterOrDigit(letter);
    return switch (Character.getType(letter)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private int id(String mark) {
    var id = vocabulary.get(mark);
    if (id == null) throw new IllegalStateException("the vocabulary lacks " + mark);
    return id;
  }
}
