package jianglian.publishing;

/// What text may be stored.
public final class IntakeText {
  private static final int MARK = '\ufffd';

  private IntakeText() {}

  /// The text on one line: white space squeezed, and without the marks that are not seen, such as
  /// those that turn the reading direction around.
  public static String line(String text) {
    var line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.FORMAT) continue;
      if (type == Character.CONTROL || Character.isSpaceChar(c) || Character.isWhitespace(c)) {
        space = !line.isEmpty();
        continue;
      }
      if (space) line.append(' ');
      space = false;
      line.appendCodePoint(c);
    }
    return line.toString();
  }

  /// Whether PostgreSQL can hold it as it is: no zero character, no half of a surrogate pair.
  public static boolean storable(String text) {
    return text.codePoints().allMatch(IntakeText::storable);
  }

  private static boolean storable(int letter) {
    return letter != 0 && (letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE);
  }

  /// The text with a mark in place of every letter that cannot be stored, to be told of a fault.
  static String marked(String text) {
    if (storable(text)) return text;
    return text.codePoints()
        .map(it -> storable(it) ? it : MARK)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
