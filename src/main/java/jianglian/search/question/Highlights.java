package jianglian.search.question;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import jianglian.search.words.Folding;
import jianglian.search.words.Words;

/// Marks in a text what a search asked for. Folding keeps every letter in its place, so the marks
/// are found in the folded text and set in the text itself.
public record Highlights(List<Unit> units) {
  private static final int SNIPPET = 130;
  private static final int LEAD = 24;
  private static final int MOST_MARKS = 200;

  /// The whole text as HTML.
  public String all(String text) {
    return html(text, marks(text), 0, text.length());
  }

  /// The part of the text that says most of what was asked.
  public String snippet(String text) {
    var marks = marks(text);
    var start = start(text, marks);
    var end = Math.min(text.length(), start + SNIPPET);
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) end++;
    var part = html(text, marks, start, end);
    return (start > 0 ? "…" : "") + part + (end < text.length() ? "…" : "");
  }

  private BitSet marks(String text) {
    var folded = Folding.fold(text);
    var marks = new BitSet(text.length());
    for (var unit : units) {
      for (var spelling : unit.spellings().toList()) mark(folded, spelling, marks);
    }
    return marks;
  }

  /// As a whole, else its words, else pairs of its letters.
  private static void mark(String folded, Spelling spelling, BitSet marks) {
    if (mark(folded, spelling.text(), marks)) return;
    var any = false;
    for (var word : spelling.words()) any |= mark(folded, word, marks);
    if (any) return;
    for (var pair : Words.grams(spelling.text())) {
      if (pair.length() == 2) mark(folded, pair.text(), marks);
    }
  }

  private static boolean mark(String folded, String spelling, BitSet marks) {
    var found = 0;
    for (var at = folded.indexOf(spelling);
        at >= 0 && found < MOST_MARKS;
        at = folded.indexOf(spelling, at + 1)) {
      if (!Words.han(spelling) && !beginsWord(folded, at)) continue;
      marks.set(at, at + spelling.length());
      found++;
    }
    return found > 0;
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0 || !letter(text.charAt(at - 1)) || !letter(text.charAt(at));
  }

  private static boolean letter(char it) {
    return Character.isLetterOrDigit(it) && !Character.isIdeographic(it);
  }

  /// Where the stretch with the most marked letters begins, a little before its first mark.
  private static int start(String text, BitSet marks) {
    var best = 0;
    var most = -1;
    for (var at = marks.nextSetBit(0); at >= 0; at = marks.nextSetBit(marks.nextClearBit(at))) {
      var held = marks.get(at, Math.min(text.length(), at + SNIPPET - LEAD)).cardinality();
      if (held > most) {
        most = held;
        best = at;
      }
    }
    var start = Math.max(0, best - LEAD);
    for (var at = start; at < best; at++) {
      if ("。！？；\n".indexOf(text.charAt(at)) >= 0) start = at + 1;
    }
    if (start + SNIPPET > text.length())
      start = Math.max(0, Math.min(start, text.length() - SNIPPET));
    return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
  }

  private static String html(String text, BitSet marks, int from, int to) {
    var html = new StringBuilder();
    for (var part : parts(marks, from, to)) {
      var marked = marks.get(part[0]);
      if (marked) html.append("<mark>");
      escape(text, part[0], part[1], html);
      if (marked) html.append("</mark>");
    }
    return html.toString();
  }

  private static List<int[]> parts(BitSet marks, int from, int to) {
    var parts = new ArrayList<int[]>();
    for (var at = from; at < to; ) {
      var next = marks.get(at) ? marks.nextClearBit(at) : marks.nextSetBit(at);
      var end = next < 0 ? to : Math.min(next, to);
      parts.add(new int[] {at, end});
      at = end;
    }
    return parts;
  }

  private static void escape(String text, int from, int to, StringBuilder html) {
    for (var at = from; at < to; at++) {
      var letter = text.charAt(at);
      switch (letter) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\n', '\r', '\t' -> html.append(' ');
        default -> html.append(letter);
      }
    }
  }
}
