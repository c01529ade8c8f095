package jianglian.search.lucene;

import jianglian.search.question.Place;

/// Names of the index's fields.
enum Fields {
  TITLE(Place.TITLE),
  KEYWORDS(Place.KEYWORDS),
  TEXT(Place.TEXT);

  /// Raised whenever what is written changes: an index of another version is built anew.
  static final int VERSION = 3;

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

  final float weight;

  Fields(Place place) {
    this.words = place.code() + ".words";
    this.grams = place.code() + ".grams";
    this.weight = place.weight();
  }

  static String facet(String name) {
    return "facet." + name;
  }

  static String number(String name) {
    return "number." + name;
  }
}
