package jianglian.publishing;

/// What text may be stored.
final class IntakeText {
  private IntakeText() {}

  /// The text on one line: white space squeezed, and without the marks that are not seen, such as
  /// those that turn the reading direction around.
  static String line(String text) {
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
  static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(
            it -> it == 0 || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE));
  }
}
