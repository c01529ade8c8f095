package jianglian.search.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;

/// Cuts a folded text into words (SmartCN's for Han, letters and digits for the rest) and into
/// bigrams of Han letters. SmartCN keeps 中小企业 whole, so a search asks for both; a term it does not
/// know (钙钛矿) it leaves as single letters, which become words in pairs.
public final class Words {
  private static final int LONGEST_WORD = 64;

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "的", "了", "和", "与", "及", "等", "在", "是", "为", "对", "或", "之", "其", "以", "并", "将", "由", "于",
          "而", "也", "都", "就", "我", "你", "有", "吗", "呢", "什么", "怎么", "怎样", "如何", "哪些", "哪个", "多少",
          "是否", "为什么", "可以", "the", "of", "and", "a", "an", "in", "to", "for", "is", "on", "with",
          "by");

  private Words() {}

  public static List<Word> of(String folded) {
    var words = new ArrayList<Word>();
    for (var run : Run.of(folded)) {
      if (run.han()) segment(folded, run, words);
      else words.add(latin(folded, run));
    }
    return words;
  }

  /// Words without those that say nothing.
  public static List<Word> telling(String folded) {
    return of(folded).stream().filter(it -> !empty(it.text())).toList();
  }

  public static boolean empty(String word) {
    return EMPTY_WORDS.contains(word);
  }

  /// Neighbouring pairs of every stretch of Han, then its last letter alone, so that a single
  /// letter is found as the beginning of a gram wherever it stands.
  public static List<Word> grams(String folded) {
    var grams = new ArrayList<Word>();
    for (var run : Run.of(folded)) {
      if (run.han()) pairsAndLast(folded, run, grams);
    }
    return grams;
  }

  private static void pairsAndLast(String folded, Run run, List<Word> into) {
    for (var at = run.start(); at < run.end(); at++) {
      var end = Math.min(at + 2, run.end());
      into.add(new Word(folded.substring(at, end), at, end));
    }
  }

  /// Words of other scripts, and pairs and last letters of Han: what a text is made of whatever a
  /// dictionary knows.
  public static List<Word> spelled(String folded) {
    var spelled = new ArrayList<Word>();
    for (var run : Run.of(folded)) {
      if (run.han()) pairsAndLast(folded, run, spelled);
      else spelled.add(latin(folded, run));
    }
    return spelled;
  }

  public static boolean han(String word) {
    return !word.isEmpty() && Character.isIdeographic(word.charAt(0));
  }

  private static void segment(String text, Run run, List<Word> words) {
    var tokens = new HHMMSegmenter().process(text.substring(run.start(), run.end()));
    var single = -1;
    // The first and the last are marks of the sentence's ends.
    for (var token : tokens.subList(1, tokens.size() - 1)) {
      var start = run.start() + token.startOffset;
      var end = run.start() + token.endOffset;
      var word = new Word(text.substring(start, end), start, end);
      if (word.length() == 1 && !empty(word.text())) {
        if (single < 0) single = start;
        continue;
      }
      pairs(text, single, start, words);
      single = -1;
      words.add(word);
    }
    pairs(text, single, run.end(), words);
  }

  private static void pairs(String text, int start, int end, List<Word> words) {
    if (start < 0) return;
    for (var at = start; at < Math.max(start + 1, end - 1); at++) {
      var stop = Math.min(at + 2, end);
      words.add(new Word(text.substring(at, stop), at, stop));
    }
  }

  private static Word latin(String text, Run run) {
    var end = Math.min(run.end(), run.start() + LONGEST_WORD);
    return new Word(stem(text.substring(run.start(), end)), run.start(), run.end());
  }

  /// English plurals only; anything bolder would join names that differ.
  private static String stem(String word) {
    var length = word.length();
    if (length < 4 || word.charAt(length - 1) != 's') return word;
    if (word.endsWith("ies")) return word.substring(0, length - 3) + "y";
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
    return word.substring(0, length - 1);
  }
}
