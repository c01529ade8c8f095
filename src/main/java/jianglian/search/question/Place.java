package jianglian.search.question;

/// Where in an entry a word may stand.
public enum Place {
  TITLE("title", 3),
  KEYWORDS("keywords", 2),
  TEXT("text", 1);

  private final String code;
  private final float weight;

  Place(String code, float weight) {
    this.code = code;
    this.weight = weight;
  }

  public String code() {
    return code;
  }

  /// How much a word found here tells about what the entry is about.
  public float weight() {
    return weight;
  }
}
