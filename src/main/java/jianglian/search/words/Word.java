package jianglian.search.words;

/// A word of a folded text and where it stands there, `end` exclusive.
public record Word(String text, int start, int end) {
  public int length() {
    return end - start;
  }

  public boolean holds(Word other) {
    return start <= other.start && other.end <= end;
  }
}
