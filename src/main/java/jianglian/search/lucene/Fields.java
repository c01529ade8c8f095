package jianglian.search.lucene;

/// Names of the index's fields.
enum Fields {
  TITLE("title", 3),
  KEYWORDS("keywords", 2),
  TEXT("text", 1);

  /// Raised whenever what is written changes: an index of another version is built anew.
  static final int VERSION = 2;

  static final String KEY = "key";
  static final String KIND = "kind";
  static final String AT = "at";
  static final String VALID_UNTIL = "validUntil";
  static final String VISIBILITY = "visibility";
  static final String CODE = "code";
  static final String CARD = "card";
  static final String STORED_TEXT = "stored";
  static final String HAS = "has";
  static final String LACKS = "lacks";
  static final String SOUND = "sound";
  static final String SHORT_SOUND = "sound.short";
  static final String NAME = "name";
  static final String NAME_LENGTH = "name.length";
  static final String TITLE_VECTOR = "vector.title";
  static final String TEXT_VECTOR = "vector.text";

  final String words;
  final String grams;

  /// How much a word found here tells about what the entry is about.
  final float weight;

  Fields(String name, float weight) {
    this.words = name + ".words";
    this.grams = name + ".grams";
    this.weight = weight;
  }

  static String facet(String name) {
    return "facet." + name;
  }

  static String number(String name) {
    return "number." + name;
  }
}
