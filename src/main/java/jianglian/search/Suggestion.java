package jianglian.search;

/// What could be meant while typing: a row's name or title, or, with kind [#WORD] and id 0, a word
/// to search for.
public record Suggestion(String text, String kind, long id) {
  public static final String WORD = "word";
}
