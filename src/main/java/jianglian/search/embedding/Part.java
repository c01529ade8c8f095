package jianglian.search.embedding;

import jianglian.audit.Cryptography;

/// A text of a row that gets a vector of its own.
public enum Part {
  TITLE("title", 200),
  TEXT("text", 900);

  private final String code;
  private final int longest;

  Part(String code, int longest) {
    this.code = code;
    this.longest = longest;
  }

  public String code() {
    return code;
  }

  public static Part of(String code) {
    return code.equals(TITLE.code) ? TITLE : TEXT;
  }

  /// What the model reads of the text; it takes in 512 tokens at most, about so many letters.
  public String read(String text) {
    var plain = text.strip();
    return plain.length() <= longest ? plain : plain.substring(0, longest);
  }

  /// Knows the text again, so that an unchanged one keeps its vector.
  public String digest(String text) {
    return Cryptography.digest(read(text));
  }
}
